import { rmSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from './browser';
import { root } from './paths';
import { run } from './run';

/**
 * `npm run e2e -- …`: runs the browser tests; all arguments go to Playwright. With GRAFANA_URL they run against that
 * Grafana, else against a stand-in and a preview that are started for them and ended afterwards.
 */
async function main(args: string[]): Promise<number> {
  const browser = await findBrowser();
  const env: Record<string, string> = { ...browser.env, BROWSER_PATH: browser.executablePath };
  if (process.env.GRAFANA_URL) {
    return playwright(args, env);
  }
  const { startDemo } = await import('./demo');
  const demo = await startDemo({ port: Number(process.env.PORT ?? 0), quiet: true });
  try {
    return await playwright(args, { ...env, PREVIEW_URL: demo.url, CONTROL_URL: demo.controlUrl });
  } finally {
    await demo.close();
  }
}

function playwright(args: string[], env: Record<string, string>): Promise<number> {
  rmSync(path.join(root, 'test-results'), { recursive: true, force: true });
  return run(process.execPath, [path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', ...args], { env });
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
);
