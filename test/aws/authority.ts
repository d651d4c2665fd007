/** A certificate authority that nobody trusts by default, as companies have for the proxies that read their traffic. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { generate } from 'selfsigned';

import type { ServerCertificate } from '../bedrock/listen.ts';

export interface Authority {
  /** Its own certificate in PEM. */
  readonly cert: string;
  /** A file with that, for `NODE_EXTRA_CA_CERTS` and `AWS_CA_BUNDLE`. */
  readonly file: string;
  /** A certificate for servers of this machine and of the names given: the `tls` option of the servers here. */
  certify(...names: string[]): Promise<ServerCertificate>;
  remove(): void;
}

const common = { keyType: 'ec', algorithm: 'sha256' } as const;

export async function makeAuthority(name = 'Example Company Root'): Promise<Authority> {
  const own = await generate([{ name: 'commonName', value: name }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-authority-'));
  const file = join(folder, 'authority.pem');
  writeFileSync(file, own.cert);
  return {
    cert: own.cert,
    file,
    certify: async (...names) => {
      const leaf = await generate([{ name: 'commonName', value: names[0] ?? 'localhost' }], {
        ...common,
        ca: { key: own.private, cert: own.cert },
        extensions: [
          { name: 'basicConstraints', cA: false, critical: true },
          { name: 'keyUsage', digitalSignature: true, critical: true },
          { name: 'extKeyUsage', serverAuth: true },
          {
            name: 'subjectAltName',
            altNames: [
              ...['localhost', ...names].map(value => ({ type: 2 as const, value })),
              { type: 7, ip: '127.0.0.1' },
            ],
          },
        ],
      });
      return { cert: leaf.cert, key: leaf.private };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
