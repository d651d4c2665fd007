/** Who the credentials belong to, as STS tells it. */
import type { STSClient } from '@aws-sdk/client-sts';
import * as l10n from '@vscode/l10n';
import { type Problem, ProblemError } from '../../problem.ts';
import { loadSdk } from '../loadSdk.ts';
import type { NetworkHandler } from '../network.ts';
import type { Connection } from './connection.ts';
import { endpointFor, hostOptions } from './endpoint.ts';
import { consoleUrl } from '../../regions.ts';
import type { SigningCredentials } from './signing.ts';

export interface Caller {
  readonly account: string;
  readonly arn: string;
}

/** Asks `sts:GetCallerIdentity`, which needs no permission. */
export async function askForCaller(
  connection: Connection,
  signing: SigningCredentials,
  handler: NetworkHandler,
  signal?: AbortSignal,
): Promise<Caller> {
  if (connection.credentials.kind === 'bearer') throw new ProblemError(noCallerOfKey(connection));
  const [sdk, { GetCallerIdentityCommand }, endpoint] = await Promise.all([
    loadSdk(),
    import('../sts.ts'),
    endpointFor(connection, 'sts'),
  ]);
  const client = new sdk.STSClient({
    region: connection.region.name,
    ...(endpoint && { endpoint }),
    ignoreConfiguredEndpointUrls: true,
    ...hostOptions(connection.variables()),
    credentials: signing.provider,
    requestHandler: handler,
  }) as unknown as Pick<STSClient, 'send'>; // Only its types don't know the command.
  const { Account: account = '', Arn: arn = '' } = await client.send(
    new GetCallerIdentityCommand({}),
    signal && { abortSignal: signal },
  );
  return { account, arn };
}

function noCallerOfKey({ region }: Connection): Problem {
  return {
    code: 'no-caller',
    title: l10n.t('A Bedrock API key has no caller to ask for'),
    explanation: l10n.t(
      'STS knows access keys and roles only. To see whom the key belongs to, open it in the Bedrock console.',
    ),
    fixes: [
      {
        label: l10n.t('Open API Keys'),
        url: consoleUrl(region.name, '/bedrock/home#/api-keys'),
      },
    ],
  };
}
