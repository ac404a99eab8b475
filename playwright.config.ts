import { type PluginOptions } from '@grafana/plugin-e2e';
import { defineConfig } from '@playwright/test';
import { dirname } from 'node:path';

const browserEnv: Record<string, string> = {};
for (const name of ['LD_LIBRARY_PATH', 'TMPDIR', 'PATH', 'HOME']) {
  const value = process.env[name];
  if (value) {
    browserEnv[name] = value;
  }
}

/** `npm run e2e` sets the addresses and the browser. On a real Grafana (GRAFANA_URL) what needs the stand-in is left out. */
export default defineConfig<PluginOptions>({
  testDir: './tests',
  // One preview and one stand-in serve all tests, and each test resets them.
  workers: 1,
  forbidOnly: true,
  // A busy machine may be late once; the run says which test was.
  retries: process.env.CI ? 1 : 0,
  // A machine with a load of ten takes that long. A real Grafana's front end is many times as large as the preview's.
  timeout: process.env.GRAFANA_URL ? 600_000 : 180_000,
  expect: { timeout: process.env.GRAFANA_URL ? 120_000 : 40_000 },
  reporter: 'list',
  grepInvert: process.env.GRAFANA_URL && !process.env.CONTROL_URL ? /@stand-in/ : undefined,
  use: {
    baseURL: process.env.BASE_URL,
    trace: 'retain-on-failure',
    viewport: { width: 1400, height: 1000 },
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: { executablePath: process.env.BROWSER_PATH, env: browserEnv },
  },
  projects: [
    {
      name: 'auth',
      testDir: `${dirname(require.resolve('@grafana/plugin-e2e'))}/auth`,
      testMatch: [/.*\.js/],
    },
    { name: 'chromium', use: { storageState: 'playwright/.auth/admin.json' }, dependencies: ['auth'] },
  ],
});
