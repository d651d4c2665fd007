/** A home folder, a simulated Bedrock and clients that are set up as a person would: by files and variables. */
import { BedrockClients, type ClientContext } from '../../../src/bedrock/clients.ts';
import { loadSdk } from '../../../src/bedrock/loadSdk.ts';
import {
  type Connection,
  type ConnectionLayer,
  detectConnection,
  processVariables,
} from '../../../src/bedrock/connection/connection.ts';
import { type Remembered, RememberedInstanceRoles } from '../../../src/bedrock/connection/instanceRole.ts';
import { type Problem, ProblemError } from '../../../src/problem.ts';
import { type AwsHome, makeAwsHome } from '../../aws/awsHome.ts';
import { useEnvironment } from '../../aws/environment.ts';
import { Issuer } from '../../aws/issuer.ts';
import {
  type Bedrock,
  type BedrockOptions,
  simulatedAccessKey,
  startBedrock,
} from '../../bedrock/bedrock.ts';

/** The long-term keys of a person, as a profile holds them. */
export const staticKeys = `aws_access_key_id = ${simulatedAccessKey.AWS_ACCESS_KEY_ID}
aws_secret_access_key = ${simulatedAccessKey.AWS_SECRET_ACCESS_KEY}
`;

interface Closable {
  readonly env?: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export interface ClientsOptions {
  readonly variables?: Readonly<Record<string, string>>;
  /** Of the settings unless it says otherwise. */
  readonly layer?: Partial<ConnectionLayer>;
  readonly context?: Partial<ClientContext>;
}

export class ClientsWorld {
  readonly issuer = new Issuer();
  readonly bedrock: Bedrock;
  readonly home: AwsHome = makeAwsHome();
  readonly #servers: Closable[] = [];
  readonly #clients: BedrockClients[] = [];
  readonly #variables: Record<string, string>;
  #restore: () => void;

  static async start(options: Omit<BedrockOptions, 'issuer'> = {}): Promise<ClientsWorld> {
    const issuer = new Issuer();
    return new ClientsWorld(issuer, await startBedrock({ ...options, issuer }));
  }

  private constructor(issuer: Issuer, bedrock: Bedrock) {
    this.issuer = issuer;
    this.bedrock = bedrock;
    this.#variables = { ...this.home.env, ...bedrock.endpointEnv, AWS_EC2_METADATA_DISABLED: 'true' };
    this.#restore = useEnvironment(this.#variables);
  }

  /** A local server becomes part of the world: its variables are set, and it is closed at the end. */
  async with<Server extends Closable>(starting: Promise<Server>): Promise<Server> {
    const server = await starting;
    this.#servers.push(server);
    this.set(server.env ?? {});
    return server;
  }

  set(variables: Readonly<Record<string, string>>): void {
    Object.assign(this.#variables, variables);
    this.#restore();
    this.#restore = useEnvironment(this.#variables);
  }

  /** The connection that the variables make. */
  connection({ variables = {}, layer }: ClientsOptions = {}): Connection {
    return detectConnection(
      processVariables({ ...this.#variables, ...variables }),
      layer ? [{ from: 'settings', ...layer }] : [],
    );
  }

  clients(options: ClientsOptions = {}): BedrockClients {
    const clients = new BedrockClients(this.connection(options), {
      network: () => ({ strictTls: true }),
      askMfaCode: () => Promise.resolve(undefined),
      instanceRoles: forgetfulRoles(),
      ...options.context,
    });
    this.#clients.push(clients);
    return clients;
  }

  async close(): Promise<void> {
    for (const clients of this.#clients) clients.destroy();
    this.#restore();
    this.home.remove();
    await Promise.all([this.bedrock, ...this.#servers].map(server => server.close()));
  }
}

/** Instance roles that are remembered for as long as the object lives. */
export function forgetfulRoles(now?: () => number): RememberedInstanceRoles {
  let remembered: Remembered | undefined;
  return new RememberedInstanceRoles({ get: () => remembered, set: value => (remembered = value) }, '', now);
}

/** How many models Bedrock lists: a signed request from beginning to end. */
export async function list(clients: BedrockClients): Promise<number | undefined> {
  const { ListFoundationModelsCommand } = await loadSdk();
  const client = await clients.control();
  const answer = await clients.attempt(() => client.send(new ListFoundationModelsCommand({})));
  return answer.modelSummaries?.length;
}

/** The problem that a call ends with. */
export async function problemFrom(call: Promise<unknown>): Promise<Problem> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('No problem came.');
}
