/**
 * The least that an identity has to be allowed for a connection and some of its models. What cross-region profiles need
 * is in AWS's guide, "Prerequisites for inference profiles" and "global cross-Region inference".
 */
import { partitionOf } from '../../regions.ts';
import type { BedrockModel, Route, RouteKind } from './bedrockModel.ts';

export interface PolicyNeeds extends Besides {
  /** The connection's own. */
  readonly region: string;
  readonly models: readonly Pick<BedrockModel, 'key' | 'routes'>[];
}

/** What the features in use need besides models. */
interface Besides {
  /** The connection signs with a Bedrock API key. */
  readonly apiKey: boolean;
  /** The ids or ARNs of the guardrails that the requests name. */
  readonly guardrails: readonly string[];
}

export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

const INVOKE = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

/** What the sidebar asks, and what it asks besides for routes that somebody made. */
const LIST = [
  'bedrock:GetFoundationModelAvailability',
  'bedrock:ListFoundationModels',
  'bedrock:ListInferenceProfiles',
];
const LIST_BESIDES: Readonly<Partial<Record<RouteKind, string>>> = {
  provisioned: 'bedrock:ListProvisionedModelThroughputs',
  imported: 'bedrock:ListImportedModels',
  router: 'bedrock:ListPromptRouters',
};

/** What an account has besides AWS's foundation models, as ARNs call it. */
const OWN_KINDS = [
  'inference-profile',
  'application-inference-profile',
  'provisioned-model',
  'imported-model',
  'default-prompt-router',
  'prompt-router',
];

export function iamPolicy({ region, models, ...besides }: PolicyNeeds): Policy {
  const arns = new Arns(region);
  const routes = models.flatMap(({ key, routes }) =>
    routes.map(route => ({ key, route, invoked: arns.invoked(key, route) })),
  );
  const profiles = routes.filter(({ route }) => route.kind === 'profile' || route.kind === 'application');
  const global = profiles.filter(({ route }) => route.reach === 'global');
  const kinds = new Set(routes.map(({ route }) => route.kind));
  const listed = [...kinds].flatMap(kind => LIST_BESIDES[kind] ?? []);
  const statements: Statement[] = [
    statement('ListModels', [...LIST, ...listed], ['*']),
    statement(
      'Invoke',
      INVOKE,
      routes.map(({ invoked }) => invoked),
    ),
    {
      ...statement(
        'InvokeThroughProfiles',
        INVOKE,
        profiles.flatMap(({ key, route }) => arns.behind(key, route)),
      ),
      Condition: throughProfiles(profiles.map(({ invoked }) => invoked)),
    },
    {
      ...statement(
        'InvokeThroughGlobalProfiles',
        INVOKE,
        global.map(({ key }) => arns.anywhere(key)),
      ),
      Condition: {
        ...throughProfiles(global.map(({ invoked }) => invoked)),
        StringEquals: { 'aws:RequestedRegion': 'unspecified' },
      },
    },
    ...statementsBesides(arns, besides),
  ];
  return policyOf(statements);
}

/**
 * Allows to list and to invoke every model and profile, and nothing else: where the models are not chosen yet, or may
 * not even be listed.
 */
export function anyModelPolicy(region: string, besides: Besides): Policy {
  const arns = new Arns(region);
  const statements = [
    statement('ListModels', [...LIST, ...Object.values(LIST_BESIDES)], ['*']),
    statement('Invoke', INVOKE, arns.any()),
    ...statementsBesides(arns, besides),
  ];
  return policyOf(statements);
}

/** Statements without a resource are left out: IAM refuses them. */
function policyOf(statements: readonly Statement[]): Policy {
  return { Version: '2012-10-17', Statement: statements.filter(({ Resource }) => Resource.length > 0) };
}

function statementsBesides(arns: Arns, { apiKey, guardrails }: Besides): Statement[] {
  return [
    statement(
      'ApplyGuardrails',
      ['bedrock:ApplyGuardrail'],
      guardrails.map(id => arns.guardrail(id)),
    ),
    statement('SignWithApiKey', ['bedrock:CallWithBearerToken'], apiKey ? ['*'] : []),
  ];
}

function statement(sid: string, actions: readonly string[], resources: readonly string[]): Statement {
  return {
    Sid: sid,
    Effect: 'Allow',
    Action: [...actions].sort(),
    Resource: [...new Set(resources)].sort(),
  };
}

/** A foundation model alone can't be invoked then, in any of the regions. */
function throughProfiles(arns: readonly string[]) {
  return { ArnLike: { 'bedrock:InferenceProfileArn': [...new Set(arns)].sort() } };
}

class Arns {
  readonly #region: string;
  readonly #prefix: string;

  constructor(region: string) {
    this.#region = region;
    this.#prefix = `arn:${partitionOf(region).id}:bedrock`;
  }

  /** What the request names. The account of AWS's own profiles is the caller's. */
  invoked(key: string, { kind, id, arn }: Route): string {
    if (kind === 'on-demand') return this.#model(key, this.#region);
    if (arn !== undefined) return arn;
    return id.startsWith('arn:') ? id : `${this.#prefix}:${this.#region}:*:inference-profile/${id}`;
  }

  /** The model in each region that the profile can lead to, and in the caller's; a global one names no others. */
  behind(key: string, { reach, regions }: Route): string[] {
    const others = reach === 'global' ? [] : regions;
    return [this.#region, ...others].map(region => this.#model(key, region));
  }

  /** The model that a global profile leads to, which is in no region. */
  anywhere(key: string): string {
    return this.#model(key, '');
  }

  /** Every model, and everything of the account that leads to one. */
  any(): string[] {
    const prefix = `arn:${partitionOf(this.#region).id}:bedrock:*`;
    return [`${prefix}::foundation-model/*`, ...OWN_KINDS.map(kind => `${prefix}:*:${kind}/*`)];
  }

  guardrail(id: string): string {
    return id.startsWith('arn:') ? id : `${this.#prefix}:${this.#region}:*:guardrail/${id}`;
  }

  #model(key: string, region: string): string {
    return `${this.#prefix}:${region}::foundation-model/${key}`;
  }
}
