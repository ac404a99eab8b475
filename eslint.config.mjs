import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What each room of src/ may not import; the arrows point from pages down to domain. */
const rooms = {
  domain: { no: ['api', 'data', 'components', 'pages', 'app'], noPackages: true },
  api: { no: ['data', 'components', 'pages', 'app'] },
  data: { no: ['components', 'pages', 'app'] },
  components: { no: ['api', 'data', 'pages', 'app'] },
  pages: { no: ['api', 'app', 'pages'] },
};

const importDirection = Object.entries(rooms).map(([room, { no, noPackages }]) => ({
  files: [`src/${room}/**/*.{ts,tsx}`],
  ignores: ['**/*.test.{ts,tsx}', 'src/domain/testing/**'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${[...no, 'test'].join('|')})(/|$)`,
            message: `src/${room} may not import this room: see the table of rooms in CONTRIBUTING.md.`,
          },
          ...(noPackages ? [{ regex: '^[^.]', message: 'src/domain is pure: it imports nothing but itself.' }] : []),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/', '.dev/', 'coverage/', 'playwright-report/', 'test-results/', 'dev/grafana-13/', '**/*.cjs'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-alert': 'error',
      complexity: ['error', 15],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.tsx'],
    ...jsxA11y.flatConfigs.strict,
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  ...importDirection,
  {
    // Command line tools talk to the terminal.
    files: ['dev/**/*.{ts,mjs}', '*.mjs', 'tests/**/*.ts'],
    rules: { 'no-console': 'off' },
  }
);
