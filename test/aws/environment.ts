/** The environment of the process, which the AWS SDK reads, for as long as a test needs it another way. */
import { devNull } from 'node:os';

type Variables = Readonly<Record<string, string | undefined>>;

/** Runs `act` with no AWS variables but these, and without the developer's own AWS files. */
export async function withEnvironment<Result>(
  variables: Variables,
  act: () => Promise<Result>,
): Promise<Result> {
  const restore = useEnvironment(variables);
  try {
    return await act();
  } finally {
    restore();
  }
}

/** The same until the function that it gives back is called. */
export function useEnvironment(variables: Variables): () => void {
  const before = { ...process.env };
  const cleared = Object.keys(before).filter(name => name.startsWith('AWS_'));
  assign({
    ...Object.fromEntries(cleared.map(name => [name, undefined])),
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    ...variables,
  });
  return () => {
    const added = Object.keys(process.env).filter(name => !(name in before));
    assign({ ...Object.fromEntries(added.map(name => [name, undefined])), ...before });
  };
}

function assign(variables: Variables): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else if (process.env[name] !== value) process.env[name] = value;
  }
}
