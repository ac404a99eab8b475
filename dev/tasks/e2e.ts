import { rmSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from './browser';
import { startDemo } from './demo';
import { root } from './paths';
import { run } from './run';
import { runTask } from './runTask';

/**
 * `npm run e2e -- …`: runs the browser tests; all arguments go to Playwright. With GRAFANA_URL they run against that
 * Grafana, else against a stand-in and a preview that are started for them and ended afterwards.
 */
runTask(async () => {
  const browser = await findBrowser();
  const env = { ...browser.env, BROWSER_PATH: browser.executablePath };
  if (process.env.GRAFANA_URL) {
    process.exitCode = await playwright(env);
    return;
  }
  const demo = await startDemo({ quiet: true, reactDevelopment: true });
  try {
    process.exitCode = await playwright({
      ...env,
      PREVIEW_URL: demo.url,
      CONTROL_URL: demo.controlUrl,
      CERTIFICATE_FILE: demo.signIn.certificateFile,
      PRIVATE_KEY_FILE: demo.signIn.privateKeyFile,
    });
  } finally {
    await demo.close();
  }
});

function playwright(env: Record<string, string>): Promise<number> {
  rmSync(path.join(root, 'test-results'), { recursive: true, force: true });
  const cli = path.join(root, 'node_modules/@playwright/test/cli.js');
  return run(process.execPath, [cli, 'test', ...process.argv.slice(2)], { env });
}
