/** What to do about each problem, beyond what its message has room for: Markdown, from which the page is made. */
import type { ProblemCode } from '../../src/problem.ts';

export interface Section {
  readonly title: string;
  /** In the order of the page. Together the sections have every code; the compiler checks that. */
  readonly advice: Readonly<Partial<Record<ProblemCode, string>>>;
}

const REACHING = {
  'no-credentials': `Nothing on this machine gives AWS credentials. Take the first that fits:

1. You have a Bedrock API key: **Bedrock: Set API Key**.
2. You sign in to AWS in the browser (SSO): run \`aws configure sso\` once, then **Bedrock: Select Profile** and **Bedrock: Sign In**.
3. You have access keys: run \`aws configure\`.
4. This is an EC2 instance: **Bedrock: Set Up Instance Role**.

If the AWS CLI works in a terminal and the editor still finds nothing, the variables are set in that terminal alone. Set them where the editor is started, or choose the profile with **Bedrock: Select Profile**. **Bedrock: Show Connection** says where was looked.`,
  'credentials-expired': `A sign-in lasts some hours. **Sign In** runs \`aws sso login\` in a terminal; the models come back by themselves. Temporary keys in variables have to be set again where the editor is started, and an API key has to be made anew in the console.`,
  'credentials-refused': `AWS knows no such key, or the signature is not right. Check that the key was not deleted or turned off, that key and secret belong together, and that the clock of this machine is right: some minutes off are enough.`,
  'credentials-malformed': `A key was pasted with a space, a line end or a quote in it. Set it again, without anything around it.`,
  'profile-not-found': `The profile is neither in \`~/.aws/config\` nor in \`~/.aws/credentials\`, nor in the files that \`AWS_CONFIG_FILE\` and \`AWS_SHARED_CREDENTIALS_FILE\` name. \`aws configure list-profiles\` lists those that there are. An \`AWS_PROFILE=default\` that is meant for OpenClaw belongs in OpenClaw's own \`.env\`, not in a shell profile.`,
  'profile-invalid': `The profile is there, but holds nothing to sign with, or contradicts itself: a role without a source, a source that leads back to itself, an SSO session that is not described. The message names what is missing. \`aws sts get-caller-identity --profile NAME\` tries it.`,
  'api-key-invalid': `A Bedrock API key is one word, without spaces. Copy it once more from the Bedrock console, from the page **API keys**.`,
  'no-caller': `A Bedrock API key says nothing of who it belongs to, so that there is no caller to show. The page **API keys** of the Bedrock console does.`,
  'aws-cli-missing': `Signing in is done by the AWS CLI, version 2, which is not on the editor's PATH. Install it on the machine where the extension runs (over Remote-SSH that is the other one) and start the editor again.`,
  'sign-in-failed': `The AWS CLI ended with an error; its terminal shows which. Often the browser window was closed, the code was not confirmed in time, or the start URL of the profile is wrong (\`aws configure sso\` writes it afresh).`,
  'nothing-to-sign-in': `Only profiles with SSO or with a console login can be signed in to. Access keys and API keys need no sign-in.`,
  'connection-exists': `Each provider group of the editor has a name of its own. Choose another, or remove the group in **Manage Models** first.`,
  'credential-process-failed': `The command of \`credential_process\` in the AWS config file ended with an error, took longer than a minute, or printed something else than the JSON that AWS expects. Run it in a terminal: it must work without asking anything.`,
  'credentials-not-given': `A container or a web identity token was to give credentials, and did not. In ECS and EKS this is set up by the platform: check that the task or the pod has a role. A token file that is named must exist and be current.`,
  'mfa-needed': `The role of this profile wants a code from your MFA device. It is asked for when you refresh the models or chat, never in the background, and what it brings is kept while it is valid. Each code works once: wait for the next one.`,
  'role-refused': `The credentials are good, but may not take on the role. The role's trust policy has to name who signs (\`aws sts get-caller-identity\` says who that is), and that identity has to be allowed \`sts:AssumeRole\`. An external id has to be right too.`,
  'permission-missing': `The credentials work, but a policy does not allow what is named. **Bedrock: Copy IAM Policy** makes the least that your models need, cross-region profiles included; send it to your AWS administrator. Optional permissions (what somebody made, whether you may use a model) only leave things out where they are missing.`,
  'not-an-instance': `**Set Up Instance Role** asks the metadata service of EC2 who this machine is. It does not answer on other machines, where \`AWS_EC2_METADATA_DISABLED\` is set, where the instance has it turned off, and in containers whose hop limit is 1 (\`aws ec2 modify-instance-metadata-options --instance-id ID --http-put-response-hop-limit 2\` helps).`,
} satisfies Section['advice'];

const NETWORK = {
  unreachable: `No connection came about. Check the network and the VPN first; then the region, since not every one has Bedrock; then \`openclawBedrock.endpoint\` and \`AWS_ENDPOINT_URL*\`, which replace AWS's own hosts. In a private network Bedrock needs VPC endpoints for both \`bedrock\` and \`bedrock-runtime\`.`,
  'proxy-refused': `A proxy between this machine and AWS does not let requests through. Its address is in the editor's \`http.proxy\`, else in \`HTTPS_PROXY\`. User and password stand in the URL; in a password write \`#\` as \`%23\` and \`@\` as \`%40\`. Hosts that need no proxy go into \`http.noProxy\` or \`NO_PROXY\`.`,
  'proxy-invalid': `The proxy's address has to be a URL such as \`http://proxy.example.com:8080\`.`,
  'certificate-untrusted': `Something in between, mostly a company's proxy, shows a certificate of an authority of its own. Get the file of that authority from your administrator, name it in \`AWS_CA_BUNDLE\` or \`NODE_EXTRA_CA_CERTS\`, and start the editor again. A certificate that has expired, or is for another host, has to be renewed by whoever runs that host; check the clock of this machine too.`,
  'certificates-unreadable': `The file has to exist, be readable, and hold certificates that begin with \`-----BEGIN CERTIFICATE-----\`.`,
  'endpoint-invalid': `An endpoint is a URL with \`https://\` and a host, such as \`https://vpce-0123.bedrock-runtime.us-east-1.vpce.amazonaws.com\`; blank means AWS's own.`,
  'region-invalid': `Regions have names such as \`us-east-1\` or \`eu-central-1\`. \`us-east-1a\` is an availability zone, and \`eu\` only the beginning of an inference profile's id.`,
  'not-bedrock': `Something answered, but it was not Bedrock: a proxy's own page, a sign-in page of a network, or another server at the endpoint. Open any page in the browser to see whether the network wants a sign-in, and check the endpoint.`,
} satisfies Section['advice'];

const PROXY = {
  'not-openai': `**Use an OpenAI-Compatible Proxy** found something else at the address than a list of models. The base URL is what stands before \`/chat/completions\` in the proxy's own examples, and mostly ends in \`/v1\`. A page in place of the list is the proxy's console, or one to sign in at. Where the proxy sends elsewhere, give the address that it sends to: the key is never sent on by itself.`,
  'key-missing': `The proxy lists its models for a key alone, and the variable that was named for it is not set where OpenClaw looks: the environment, OpenClaw's \`.env\` files, \`env\` in its config. **OpenClaw: Open Environment File** opens the first of those files; the editor itself asks for the key only to read the models.`,
} satisfies Section['advice'];

const SERVICE = {
  throttled: `AWS allows an account so many requests and tokens a minute, for each model. Busy answers are tried again by themselves for a while. If it happens often, choose an inference profile of a wider geography, another model, or ask AWS for more under **Service Quotas**.`,
  'quota-used-up': `New accounts have small daily quotas for some models. Choose another model for today, or ask AWS for more under **Service Quotas**.`,
  'service-error': `AWS had an error of its own. Such answers are tried again by themselves; if it goes on, the AWS Health Dashboard tells.`,
  'discovery-disabled': `\`discovery.enabled\` is false in the OpenClaw config, so OpenClaw looks for no models. **Show All in the Editor** shows them here all the same; OpenClaw goes on by its config.`,
  'no-models': `Bedrock answered, and listed no model that streams text. Some regions have few; your organisation may allow others. A provider filter in the OpenClaw config (\`providerFilter\`) hides the rest.`,
} satisfies Section['advice'];

const SURPRISES = {
  'access-keys-incomplete': `\`AWS_ACCESS_KEY_ID\` and \`AWS_SECRET_ACCESS_KEY\` count only together. Set both in one place.`,
  'keys-beside-profile': `With both set, the AWS SDK signs with the profile, while OpenClaw says that it uses the keys. Remove the one that you don't mean from where it is set; **Bedrock: Show Connection** says where that is.`,
  'api-key-overrides': `A Bedrock API key goes before all other credentials. If you meant the others, remove it: **Bedrock: Remove API Key**, or take \`AWS_BEARER_TOKEN_BEDROCK\` out of the environment.`,
  'profile-region-ignored': `OpenClaw takes no region from profiles, so the editor does not either. Use the profile's region in both with **Configure Bedrock Discovery**, or in the editor alone with **Select Region**.`,
  'config-variables-ignored': `OpenClaw takes no credentials from \`env\` in its config. Put them into \`~/.openclaw/.env\`, or where OpenClaw is started.`,
  'openclaw-needs-marker': `OpenClaw looks for models by itself only where it sees one of \`AWS_BEARER_TOKEN_BEDROCK\`, \`AWS_ACCESS_KEY_ID\` or \`AWS_PROFILE\`. Instance roles and sign-ins show none. Either \`AWS_PROFILE=default\` goes into OpenClaw's own \`.env\`, or \`enabled: true\` into its discovery settings.`,
  'region-differs': `The editor and OpenClaw list the models of different regions, so that a model set here may be unknown there. Use one region in both.`,
  'credentials-differ': `The editor signs with something that OpenClaw does not have: a key that the editor keeps, or a profile chosen in its settings. Give OpenClaw its own with **Set AWS Profile for OpenClaw**.`,
  'endpoint-differs': `The editor reaches Bedrock by another host than OpenClaw. Set \`AWS_ENDPOINT_URL_BEDROCK_RUNTIME\` where OpenClaw is started, or clear \`openclawBedrock.endpoint\`.`,
} satisfies Section['advice'];

const MODELS = {
  'model-unknown': `The id is not one of this region. Refresh the models; then choose another one, or the region that it is in. An inference profile belongs to a geography: \`eu.\` profiles work from European regions alone.`,
  'model-needs-profile': `Newer models can't be called by their own id, only through an inference profile such as \`eu.anthropic…\`. The extension chooses one by itself unless \`openclawBedrock.routePolicy\` forbids all that there are.`,
  'model-access': `The account may not use this model yet. Open it in the model catalog of the Bedrock console: some providers ask about the use once, and some regions want an agreement. The first call of a third-party model in an account needs \`aws-marketplace:Subscribe\` and \`aws-marketplace:ViewSubscriptions\`, once, from whoever makes it. Where that is done already, an organisation's policy stands in the way. **Bedrock: Test Model** tries it with one token.`,
  'request-refused': `Bedrock did not accept the request; the message has its own words. If another model takes the same question, please report it with these words.`,
  'context-overflow': `Everything that is sent with a question counts: the conversation, attached files, and the descriptions of tools. Start a new chat, attach less, turn off tools that you don't need, or choose a model with a larger context window.`,
  'reasoning-refused': `A model's thinking only fits the conversation that it was part of. It is left out by itself and tried again; where even that is refused, a new chat goes on.`,
  'caching-refused': `This model, or a gateway in between, takes no cache points. Turn off \`openclawBedrock.promptCaching\`.`,
  'attachment-refused': `The message says why. Images are PNG, JPEG, GIF or WebP of at most 3.75 MB and 8,000 pixels a side; documents at most 4.5 MB, and five in a request.`,
  'settings-invalid': `\`openclawBedrock.modelSettings\` has something for this model that can't be used. Nothing was sent, since it may have been a guardrail. The message names the member; the page [Chat](chat.md) has the form.`,
  'stream-cut': `The connection ended in the middle of an answer. What came so far is kept; ask it to go on. If it happens often, a proxy or a VPN closes long connections.`,
  'stream-silent': `Nothing came for \`openclawBedrock.silenceLimit\` seconds. Models that think for long can need more: raise the limit.`,
  'stream-damaged': `What came can't be read, or its pieces do not fit together. It was asked for anew where nothing of it had come yet. Something that looks into encrypted connections (a proxy, a virus scanner) is the likeliest cause: have it leave Bedrock's hosts alone.`,
} satisfies Section['advice'];

const CONFIG = {
  'config-missing': `OpenClaw's config is looked for as OpenClaw does: \`OPENCLAW_CONFIG_PATH\`, \`OPENCLAW_STATE_DIR\`, the folder of \`OPENCLAW_PROFILE\`, \`~/.openclaw/openclaw.json\`. **Create Config** makes one; **Choose Config** names another.`,
  'config-malformed': `The config is no JSON5 at the place that is named. Nothing is written to it until that is corrected; **Go to the Error** opens it there.`,
  'config-include': `A file that \`$include\` names is missing, malformed, in a circle, or outside of the folders that OpenClaw allows (\`OPENCLAW_INCLUDE_ROOTS\`).`,
  'config-unreadable': `The file is there and can't be read: another user owns it, or it is a folder, or larger than OpenClaw takes.`,
  'config-not-written': `The config is as it was. The message says why: a full disk, missing rights, or another window that is writing.`,
  'config-read-only': `The file, its folder or its disk is write-protected, or OpenClaw's set-up is managed elsewhere (\`OPENCLAW_CONFIG_READONLY\`, \`OPENCLAW_NIX_MODE\`). Change it where it is managed.`,
  'config-changed-since': `Something else changed the same place after you looked at it. Nothing was overwritten. Look at what is there now, and choose again.`,
  'nothing-to-undo': `Undo takes back the last change that this extension made in this window.`,
  'setting-invalid': `OpenClaw would refuse the value, so it was not written. The message says what it takes.`,
  'agent-unknown': `The config has no agent of that id in \`agents.entries\` (before OpenClaw 2026.8.1: \`agents.list\`).`,
  'openclaw-missing': `The command \`openclaw\` is not on the editor's PATH. Over Remote-SSH it is looked for on the other machine. Commands that only edit the config work without it.`,
} satisfies Section['advice'];

const EDITOR = {
  'editor-unsupported': `This editor has no chat that takes models of others: VSCodium and some other builds leave it out. The sidebar, the OpenClaw commands and, where there is a chat at all, \`@bedrock\` work.`,
  'reference-invalid': `A command was called with something that is no model. A ref is \`amazon-bedrock/\` and the id of a model or a profile.`,
  unexpected: `Something happened that nobody foresaw. Try again; if it comes back, please report it with the words of the message.`,
} satisfies Section['advice'];

export const SECTIONS: readonly Section[] = [
  { title: 'Credentials', advice: REACHING },
  { title: 'Network', advice: NETWORK },
  { title: 'A proxy in front of Bedrock', advice: PROXY },
  { title: 'Bedrock itself', advice: SERVICE },
  { title: 'What may surprise', advice: SURPRISES },
  { title: 'Models and answers', advice: MODELS },
  { title: 'OpenClaw’s config', advice: CONFIG },
  { title: 'The editor', advice: EDITOR },
];

/** Fails to compile where a problem has no advice. */
export const ADVICE: Readonly<Record<ProblemCode, string>> = {
  ...REACHING,
  ...NETWORK,
  ...PROXY,
  ...SERVICE,
  ...SURPRISES,
  ...MODELS,
  ...CONFIG,
  ...EDITOR,
};
