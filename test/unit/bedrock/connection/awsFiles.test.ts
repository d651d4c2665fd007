import assert from 'node:assert/strict';
import { type AwsFiles, awsFiles } from '../../../../src/bedrock/connection/awsFiles.ts';
import type { Environment } from '../../../../src/bedrock/connection/connection.ts';

describe('the files of AWS', () => {
  const cases: [
    name: string,
    platform: NodeJS.Platform,
    environment: Environment,
    files: Partial<AwsFiles>,
  ][] = [
    [
      'are in the home folder',
      'linux',
      {},
      {
        config: '/home/system/.aws/config',
        credentials: '/home/system/.aws/credentials',
        ssoCache: '/home/system/.aws/sso/cache',
      },
    ],
    [
      'are in the home folder of the environment',
      'darwin',
      { HOME: '/Users/ann' },
      { config: '/Users/ann/.aws/config' },
    ],
    [
      'are in the profile folder on Windows',
      'win32',
      { USERPROFILE: 'C:\\Users\\ann', HOMEDRIVE: 'D:', HOMEPATH: '\\ann' },
      {
        config: 'C:\\Users\\ann\\.aws\\config',
        credentials: 'C:\\Users\\ann\\.aws\\credentials',
        ssoCache: 'C:\\Users\\ann\\.aws\\sso\\cache',
      },
    ],
    [
      'are in HOME on Windows too, as the SDK has it',
      'win32',
      { HOME: 'C:\\msys\\ann', USERPROFILE: 'C:\\Users\\ann' },
      { config: 'C:\\msys\\ann\\.aws\\config' },
    ],
    [
      'are on the home drive of Windows',
      'win32',
      { HOMEDRIVE: 'D:', HOMEPATH: '\\ann' },
      { credentials: 'D:\\ann\\.aws\\credentials' },
    ],
    ['are on drive C without one', 'win32', { HOMEPATH: '\\ann' }, { config: 'C:\\ann\\.aws\\config' }],
    [
      'are where the variables say',
      'linux',
      { AWS_CONFIG_FILE: ' /etc/aws.ini ', AWS_SHARED_CREDENTIALS_FILE: 'relative/keys' },
      { config: '/etc/aws.ini', credentials: 'relative/keys', ssoCache: '/home/system/.aws/sso/cache' },
    ],
    [
      'are at home where the variables are blank',
      'linux',
      { AWS_CONFIG_FILE: ' ' },
      { config: '/home/system/.aws/config' },
    ],
    [
      'are in the home folder that ~ stands for',
      'linux',
      { HOME: '/home/ann', AWS_CONFIG_FILE: '~/work/aws', AWS_SHARED_CREDENTIALS_FILE: '~other/keys' },
      { config: '/home/ann/work/aws', credentials: '~other/keys' },
    ],
    [
      'are in the home folder that ~ stands for, on Windows with either slash',
      'win32',
      {
        USERPROFILE: 'C:\\Users\\ann',
        AWS_CONFIG_FILE: '~\\work\\aws',
        AWS_SHARED_CREDENTIALS_FILE: '~/work/keys',
      },
      { config: 'C:\\Users\\ann\\work\\aws', credentials: 'C:\\Users\\ann\\work\\keys' },
    ],
  ];
  for (const [name, platform, environment, expected] of cases) {
    it(name, () => {
      const files = awsFiles(environment, '/home/system', platform);
      assert.deepEqual({ ...files, ...expected }, files);
    });
  }
});
