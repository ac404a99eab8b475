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
  datasource: { no: ['data', 'pages', 'app'] },
};

const catalogue = { regex: '^(\\.\\./)+catalogue/[^/]+\\.json$' };

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
          noPackages
            ? { regex: '^[^.]', message: 'src/domain is pure: it imports nothing but itself and the catalogue.' }
            : { ...catalogue, message: 'The facts of the catalogue come through src/domain.' },
        ],
      },
    ],
  },
}));

/** What has a component or function of ours: a link made by hand leaves out the path of `root_url`, for one. */
const houseComponents = [
  {
    selector:
      'JSXOpeningElement:not([name.name=/^(TextLink|RowLink|LinkButton)$/]) > JSXAttribute[name.name=/^(href|url)$/]',
    message: 'A link is a TextLink, RowLink or LinkButton of src/components/links.tsx.',
  },
  {
    selector: "ImportDeclaration[source.value='@grafana/ui'] > ImportSpecifier[imported.name=/Link/]",
    message: 'The links are in src/components/links.tsx.',
  },
  {
    selector: "ImportDeclaration[source.value='@grafana/ui'] > ImportSpecifier[imported.name='Combobox']",
    message: 'One value from a list is a Choice of src/components/Choice.tsx.',
  },
  {
    selector: 'ImportDeclaration[source.value=/^react-router/] > ImportSpecifier[imported.name=/Link|useHref/]',
    message: 'The links are in src/components/links.tsx.',
  },
  {
    selector: "ImportDeclaration[source.value='@grafana/runtime'] > ImportSpecifier[imported.name='PluginPage']",
    message: 'Title and breadcrumbs are in src/components/AppPage.tsx.',
  },
  {
    selector: "ImportDeclaration[source.value=/constants$/] > ImportSpecifier[imported.name='APP_PATH']",
    message: 'The paths of pages are in src/paths.ts.',
  },
  {
    selector: "MemberExpression[object.name='window'][property.name='open']",
    message: 'A link says where it leads before it is clicked, a window does not.',
  },
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(href|location)$/]',
    message: 'A page is opened by a link or by navigate().',
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      '.dev/',
      'coverage/',
      'playwright-report/',
      'test-results/',
      'dev/grafana-13/',
      'dev/grafana-floor/',
      '**/*.cjs',
    ],
  },
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
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/components/{links,AppPage,Choice}.tsx', 'src/paths.ts', 'src/test/**', '**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...houseComponents] },
  },
  ...importDirection,
  {
    // The stand-in is there to check the facts, so it brings its own.
    files: ['dev/azure/**/*.ts', 'dev/grafana/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { ...catalogue, message: 'The stand-in is a witness of its own.' },
            { regex: '/src/domain/catalogue/', message: 'The stand-in is a witness of its own.' },
          ],
        },
      ],
    },
  },
  {
    // Command line tools talk to the terminal.
    files: ['dev/**/*.{ts,mjs}', '*.mjs', 'tests/**/*.ts'],
    rules: { 'no-console': 'off' },
  }
);
