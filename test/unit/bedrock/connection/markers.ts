/** All combinations of the variables by which OpenClaw finds credentials, and of the places that can set them. */
import type { Place } from '../../../../src/bedrock/connection/connection.ts';
import { type OpenClawEnvironment, openclawEnvironment } from '../../../../src/openclaw/environment.ts';
import type { JsonObject } from '../../../../src/openclaw/jsonValue.ts';

export type Marker = 'bearer' | 'keys' | 'profile';

/** Values that tell which marker signed a request; none of them is a secret. */
export const VALUES: Readonly<Record<Marker, Readonly<Record<string, string>>>> = {
  bearer: { AWS_BEARER_TOKEN_BEDROCK: 'bedrock-api-key-of-the-table' },
  keys: { AWS_ACCESS_KEY_ID: 'AKIAOFTHEVARIABLES00', AWS_SECRET_ACCESS_KEY: 'secret-of-the-variables' },
  profile: { AWS_PROFILE: 'dev' },
};

export interface Combination {
  readonly name: string;
  readonly places: Readonly<Partial<Record<Marker, Place>>>;
  readonly process: Readonly<Record<string, string>>;
  /** The text of OpenClaw's `.env`. */
  readonly dotEnv: string;
  readonly config: JsonObject;
}

const PLACES: readonly (Place | undefined)[] = [undefined, 'process', '.env', 'config'];

/** Each of three markers at one of three places, or not at all: 64 of them. */
export const COMBINATIONS: readonly Combination[] = PLACES.flatMap(bearer =>
  PLACES.flatMap(keys => PLACES.map(profile => combination({ bearer, keys, profile }))),
);

/** What our own code makes of a combination; the process can hold more. */
export function environmentOf(
  { process, dotEnv, config }: Combination,
  around: Readonly<Record<string, string>> = {},
): OpenClawEnvironment {
  return openclawEnvironment({ ...around, ...process }, [dotEnv], config);
}

function combination(places: Record<Marker, Place | undefined>): Combination {
  const set = (Object.keys(VALUES) as Marker[]).flatMap(marker =>
    places[marker] ? [{ marker, place: places[marker] }] : [],
  );
  const at = (wanted: Place) =>
    Object.fromEntries(
      set.filter(({ place }) => place === wanted).flatMap(({ marker }) => Object.entries(VALUES[marker])),
    );
  return {
    name: set.map(({ marker, place }) => `${marker} in ${place}`).join(', ') || 'no marker',
    places: Object.fromEntries(set.map(({ marker, place }) => [marker, place])),
    process: at('process'),
    dotEnv: Object.entries(at('.env'))
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
    config: { env: { vars: at('config') } },
  };
}
