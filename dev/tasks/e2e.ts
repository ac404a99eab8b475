import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { listenOn } from '../listenOn';
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
  const { GRAFANA_URL } = process.env;
  if (GRAFANA_URL) {
    process.exitCode = await playwright(GRAFANA_URL, env);
    return;
  }
  const demo = await startDemo({ quiet: true, reactDevelopment: true });
  try {
    const below = await demo.startBelow('/grafana');
    process.exitCode = await playwright(demo.url, {
      ...env,
      PREVIEW_URL: demo.url,
      SUB_PATH_URL: below.url,
      CONTROL_URL: demo.controlUrl,
      CERTIFICATE_FILE: demo.signIn.certificateFile,
      PRIVATE_KEY_FILE: demo.signIn.privateKeyFile,
    });
  } finally {
    await demo.close();
  }
});

async function playwright(url: string, env: Record<string, string>): Promise<number> {
  rmSync(path.join(root, 'test-results'), { recursive: true, force: true });
  const cli = path.join(root, 'node_modules/@playwright/test/cli.js');
  const base = await atRoot(url);
  const code = await run(process.execPath, [cli, 'test', ...process.argv.slice(2)], {
    env: { ...env, BASE_URL: base.url },
  });
  await base.close();
  return code;
}

/** Tests name paths from Grafana's root: where that is below a path itself, this server sends every request on to there. */
async function atRoot(url: string): Promise<{ url: string; close: () => Promise<void> }> {
  if (new URL(url).pathname === '/') {
    return { url, close: () => Promise.resolve() };
  }
  const server = createServer((request, response) => {
    response.writeHead(307, { Location: url.replace(/\/$/, '') + request.url }).end();
  });
  const { port, close } = await listenOn(server, '127.0.0.1', 0);
  return { url: `http://localhost:${port}`, close };
}
