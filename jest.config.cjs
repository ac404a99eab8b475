const { existsSync, readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

// A page's whole tree in each failed query drowns what failed.
process.env.DEBUG_PRINT_LIMIT = '1500';

const compile = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'classic' } },
      target: 'es2022',
    },
  },
];

/** Names of the installed packages that ship ES modules only, which Jest has to compile. */
function esModulePackages(folder = path.join(__dirname, 'node_modules'), scope = '') {
  return readdirSync(folder).flatMap((name) => {
    if (name.startsWith('@') && !scope) {
      return esModulePackages(path.join(folder, name), `${name}/`);
    }
    const manifest = path.join(folder, name, 'package.json');
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).type === 'module' ? [scope + name] : [];
  });
}

const common = {
  transform: { '\\.[cm]?[jt]sx?$': compile },
  transformIgnorePatterns: [`node_modules/(?!(.*/)?(${esModulePackages().join('|')})/).*(?<!\\.mjs)$`],
};

module.exports = {
  // Pages of Grafana's components take their time on a busy machine.
  testTimeout: 30_000,
  projects: [
    { ...common, displayName: 'domain', testEnvironment: 'node', testMatch: ['<rootDir>/src/domain/**/*.test.ts'] },
    {
      ...common,
      displayName: 'plugin',
      testEnvironment: 'jest-fixed-jsdom',
      testMatch: ['<rootDir>/src/**/*.test.ts?(x)'],
      testPathIgnorePatterns: ['<rootDir>/src/domain/'],
      setupFiles: ['<rootDir>/src/test/browser.ts'],
      setupFilesAfterEnv: ['<rootDir>/src/test/setup.ts'],
      moduleNameMapper: {
        '\\.(svg|css)$': '<rootDir>/src/test/fileStub.ts',
        '\\.yaml$': '<rootDir>/src/test/alertRulesText.ts',
        '\\.yaml\\?parsed$': '<rootDir>/src/test/alertRules.ts',
      },
    },
    { ...common, displayName: 'dev', testEnvironment: 'node', testMatch: ['<rootDir>/dev/**/*.test.ts'] },
  ],
};
