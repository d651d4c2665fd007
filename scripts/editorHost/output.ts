// What a test run shows of the workbench's log: the suite's own output, without the workbench talking to itself.
import { format } from 'node:util';

const noise = [
  // Most parts of the workbench sign their lines, as in `[AgentHost] ...`.
  /^\[[\w :-]+\] /,
  /^(Creating a socket|Resolv(ed|ing) connection token|Creation of workbench contribution|Updating additional)/,
  // The built-in Copilot extension, where a test enables it.
  /^(Migrat(ed|ing)|Error while migrating) .* storage from /,
  /^Directory import '.*\/extensions\/copilot\//,
  // Signed out and offline, as every test run is.
  /^getaddrinfo ENOTFOUND/,
  /^Timed out waiting for authentication provider/,
];

/** Prints one call of a console method in the workbench or in the extension host, unless it is noise. */
export function printAutomationLog(_level: string, args: readonly unknown[]) {
  const text = format(...args);
  if (!noise.some(pattern => pattern.test(text))) {
    console.log(text);
  }
}
