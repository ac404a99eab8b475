import { type PluginOptions } from '@grafana/plugin-e2e';
import { defineConfig } from '@playwright/test';

const browserEnv: Record<string, string> = {};
for (const name of ['LD_LIBRARY_PATH', 'TMPDIR', 'PATH', 'HOME']) {
  const value = process.env[name];
  if (value) {
    browserEnv[name] = value;
  }
}

// Each worker reads this file with its own index, and has a preview and a stand-in for itself.
const places = JSON.parse(process.env.E2E_PLACES ?? '[{}]') as Array<Record<string, string>>;
Object.assign(process.env, places[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]);

/** `npm run e2e` sets the addresses and the browser. On a real Grafana (GRAFANA_URL) what needs the stand-in is left out. */
export default defineConfig<PluginOptions>({
  testDir: './tests',
  workers: places.length,
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
    trace: 'on-first-retry',
    viewport: { width: 1400, height: 1000 },
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: { executablePath: process.env.BROWSER_PATH, env: browserEnv },
  },
});
