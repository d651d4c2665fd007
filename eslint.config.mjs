// Lint rules: typescript-eslint's strict set, and the floors of the source tree.
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/**
 * The floors: an import only ever points downwards, and rooms on one floor don't import each other.
 * For each room, the folders it may not reach into.
 */
const upperRooms = ['chat', 'sidebar', 'configLanguage', 'commands', 'pages'];
const forbidden = {
  bedrock: ['openclaw', 'setup', 'editor', 'state', ...upperRooms, 'extension'],
  openclaw: [
    'bedrock/connection',
    'bedrock/converse',
    'setup',
    'editor',
    'state',
    ...upperRooms,
    'extension',
  ],
  setup: [
    'bedrock/connection',
    'bedrock/converse',
    'openclaw',
    'editor',
    'state',
    ...upperRooms,
    'extension',
  ],
  editor: ['state', ...upperRooms, 'extension'],
  state: [...upperRooms, 'extension'],
  chat: ['sidebar', 'configLanguage', 'commands', 'pages', 'extension'],
  sidebar: ['chat', 'configLanguage', 'commands', 'pages', 'extension'],
  configLanguage: ['chat', 'sidebar', 'commands', 'pages', 'extension'],
  commands: ['chat', 'configLanguage', 'pages', 'extension'],
  pages: ['chat', 'sidebar', 'configLanguage', 'commands', 'extension'],
};
const floor0 = ['bedrock', 'openclaw', 'setup'];

const floors = Object.entries(forbidden).map(([room, rooms]) => ({
  files: [`src/${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: floor0.includes(room)
          ? [{ name: 'vscode', message: 'Floor 0 never imports the editor: it is tested under plain Node.' }]
          : [],
        patterns: rooms.map(other => ({
          regex: other === 'extension' ? '/(extension|tools|toolsLoader)\\.ts$' : `^(\\.\\./)+${other}/`,
          message: `Floors: src/${room} may not import src/${other}.`,
        })),
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist', 'out', 'test-results'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // The editor's API takes anything with a `dispose` where its typings say `Disposable`.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[property.name=/^(only|skip)$/][object.name=/^(describe|it|suite|test)$/]',
          message: 'No narrowed or skipped tests.',
        },
      ],
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  ...floors,
  prettier,
);
