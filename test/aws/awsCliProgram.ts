/**
 * What the stand-in for the AWS CLI does. It is one function that needs nothing around it: its text is the program.
 * The flow and the cache are those of `aws sso login`: awscli/customizations/sso/utils.py, botocore/utils.py.
 */

interface Settings {
  readonly startUrl: string;
  readonly region: string;
  readonly session: string | undefined;
  readonly scopes: readonly string[];
}

/** What the endpoints answer, errors too. */
type Answer = Readonly<Record<string, string | number | undefined>>;

export async function awsCliProgram(): Promise<void> {
  const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = process.getBuiltinModule('node:fs');
  const { createHash } = process.getBuiltinModule('node:crypto');
  const { homedir } = process.getBuiltinModule('node:os');
  const path = process.getBuiltinModule('node:path');
  const { setTimeout } = process.getBuiltinModule('node:timers/promises');

  const args = process.argv.slice(2);
  const call = { args, folder: process.cwd(), env: process.env };
  appendFileSync(process.env['AWS_CLI_STAND_IN_CALLS'] ?? '', `${JSON.stringify(call)}\n`);
  try {
    if (args[0] === '--version') console.log('aws-cli/2.31.0 Python/3.13.7 Linux/6.8 exe/x86_64');
    else if (args[0] === 'sso' && args[1] === 'login') await login();
    else throw new Error(`The stand-in does not know: aws ${args.join(' ')}`);
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 255;
  }

  async function login(): Promise<void> {
    const settings = readSettings(option('--profile') ?? process.env['AWS_PROFILE'] ?? 'default');
    const registration = await post('/client/register', settings, {
      clientName: `botocore-client-${settings.session ?? 'standin'}`,
      clientType: 'public',
      ...(settings.scopes.length > 0 && { scopes: settings.scopes }),
    });
    const client = { clientId: registration['clientId'], clientSecret: registration['clientSecret'] };
    const device = await post('/device_authorization', settings, { ...client, startUrl: settings.startUrl });
    console.log(
      args.includes('--no-browser')
        ? 'Browser will not be automatically opened.\nPlease visit the following URL:'
        : 'Attempting to open your default browser.\nIf the browser does not open, open the following URL:',
    );
    console.log(`\n${device['verificationUri'] ?? ''}\n`);
    console.log(`Then enter the code:\n\n${device['userCode'] ?? ''}\n`);
    const token = await poll(settings, client, device);
    cache(settings, {
      startUrl: settings.startUrl,
      region: settings.region,
      accessToken: token['accessToken'],
      expiresAt: timestamp(Date.now() / 1000 + Number(token['expiresIn'])),
      ...client,
      registrationExpiresAt: timestamp(Number(registration['clientSecretExpiresAt'])),
      ...(token['refreshToken'] !== undefined && { refreshToken: token['refreshToken'] }),
    });
    console.log(`Successfully logged into Start URL: ${settings.startUrl}`);
  }

  async function poll(settings: Settings, client: object, device: Answer): Promise<Answer> {
    const grantType = 'urn:ietf:params:oauth:grant-type:device_code';
    const end = Date.now() + Number(device['expiresIn']) * 1000;
    let interval = Number(device['interval'] ?? 5);
    while (Date.now() < end) {
      const answer = await ask('/token', settings, {
        ...client,
        grantType,
        deviceCode: device['deviceCode'],
      });
      if (answer['error'] === 'slow_down') interval += 5;
      else if (answer['error'] !== 'authorization_pending') return checked('CreateToken', answer);
      await setTimeout(interval * 1000);
    }
    throw new Error('The pending authorization to retrieve an SSO token has expired.');
  }

  async function post(endpoint: string, settings: Settings, input: object): Promise<Answer> {
    return checked(endpoint, await ask(endpoint, settings, input));
  }

  async function ask(endpoint: string, { region }: Settings, input: object): Promise<Answer> {
    const url = process.env['AWS_ENDPOINT_URL_SSO_OIDC'] ?? `https://oidc.${region}.amazonaws.com`;
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url + endpoint, { method: 'POST', headers, body: JSON.stringify(input) });
    return (await answer.json()) as Answer;
  }

  function checked(what: string, answer: Answer): Answer {
    const { error, error_description: description = '' } = answer;
    if (error === undefined) return answer;
    throw new Error(`An error occurred (${error}) when calling ${what}: ${description}`);
  }

  function cache({ session, startUrl }: Settings, token: object): void {
    const folder = path.join(homedir(), '.aws', 'sso', 'cache');
    mkdirSync(folder, { recursive: true });
    const name = createHash('sha1')
      .update(session ?? startUrl)
      .digest('hex');
    writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(token), { mode: 0o600 });
  }

  function readSettings(name: string): Settings {
    const sections = readConfig();
    const profile = sections.get(name === 'default' ? 'default' : `profile ${name}`);
    if (!profile) throw new Error(`The config profile (${name}) could not be found`);
    const session = profile['sso_session'];
    const source = session === undefined ? profile : sections.get(`sso-session ${session}`);
    if (!source) throw new Error(`The specified sso-session does not exist: "${session ?? ''}"`);
    const { sso_start_url: startUrl, sso_region: region, sso_registration_scopes: scopes = '' } = source;
    if (startUrl === undefined || region === undefined) {
      throw new Error('Missing the following required SSO configuration values: sso_start_url, sso_region.');
    }
    const given = session === undefined ? [] : scopes.split(',').map(scope => scope.trim());
    return { startUrl, region, session, scopes: given.filter(Boolean) };
  }

  function readConfig(): Map<string, Record<string, string>> {
    const file = process.env['AWS_CONFIG_FILE'] ?? path.join(homedir(), '.aws', 'config');
    const sections = new Map<string, Record<string, string>>();
    let section: Record<string, string> = {};
    for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
      const [, head] = /^\s*\[\s*(.+?)\s*\]/.exec(line.replace(/["']/g, '')) ?? [];
      const [, key, value] = /^\s*([^#;=\s]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
      if (head !== undefined) sections.set(head.replace(/\s+/, ' '), (section = {}));
      else if (key !== undefined) section[key] = value ?? '';
    }
    return sections;
  }

  function option(name: string): string | undefined {
    const place = args.indexOf(name);
    return place < 0 ? undefined : args[place + 1];
  }

  function timestamp(seconds: number): string {
    return new Date(seconds * 1000).toISOString().replace(/\.\d+/, '');
  }
}
