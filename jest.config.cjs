const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'classic' } },
      target: 'es2022',
    },
  },
];

// Packages that ship ES modules only, which Jest has to compile.
const esModules = [
  '@grafana/faro.*',
  '@open-draft',
  'd3.*',
  'delaunator',
  'internmap',
  'jose',
  'marked',
  'msw',
  '@mswjs',
  'ol',
  'react-calendar',
  'rettime',
  'robust-predicates',
  'until-async',
  'uuid',
  'yaml',
];

const common = {
  transform: { '^.+\\.(t|j)sx?$': swc, '^.+\\.mjs$': swc },
  transformIgnorePatterns: [`node_modules/(?!(?:.*/node_modules/)?(?:${esModules.join('|')})(?:/|$))`],
};

module.exports = {
  projects: [
    { ...common, displayName: 'domain', testEnvironment: 'node', testMatch: ['<rootDir>/src/domain/**/*.test.ts'] },
    {
      ...common,
      displayName: 'plugin',
      testEnvironment: 'jest-fixed-jsdom',
      testMatch: ['<rootDir>/src/**/*.test.ts?(x)'],
      testPathIgnorePatterns: ['<rootDir>/src/domain/'],
      setupFilesAfterEnv: ['<rootDir>/src/test/setup.ts'],
      moduleNameMapper: { '\\.svg$': '<rootDir>/src/test/fileStub.ts' },
    },
    { ...common, displayName: 'dev', testEnvironment: 'node', testMatch: ['<rootDir>/dev/**/*.test.ts'] },
  ],
};
