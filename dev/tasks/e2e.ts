import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus } from 'node:os';
import path from 'node:path';
import { listenOn } from '../listenOn';
import { findBrowser } from './browser';
import { startDemo } from './demo';
import { root } from './paths';
import { run } from './run';
import { runTask } from './runTask';

/** What one worker runs its tests against: the environment of those tests. */
interface Place {
  env: { BASE_URL: string; [name: string]: string };
  close: () => Promise<void>;
}

const args = process.argv.slice(2);

/**
 * `npm run e2e -- …`: runs the browser tests; all arguments go to Playwright. With GRAFANA_URL they run against that
 * Grafana, else against stand-ins and previews that are started for them and ended afterwards.
 */
runTask(async () => {
  const browser = await findBrowser();
  const { GRAFANA_URL } = process.env;
  const places: Place[] = [];
  try {
    if (GRAFANA_URL) {
      const base = await atRoot(GRAFANA_URL);
      places.push({ env: { BASE_URL: base.url }, close: base.close });
    } else {
      for (let worker = 0; worker < workers(); worker++) {
        places.push(await startPlace());
      }
    }
    rmSync(path.join(root, 'test-results'), { recursive: true, force: true });
    const cli = path.join(root, 'node_modules/@playwright/test/cli.js');
    process.exitCode = await run(process.execPath, [cli, 'test', ...args], {
      env: {
        ...browser.env,
        BROWSER_PATH: browser.executablePath,
        E2E_PLACES: JSON.stringify(places.map(({ env }) => env)),
      },
    });
  } finally {
    await Promise.all(places.map(({ close }) => close()));
  }
});

/** A browser waits half of its time: one worker more than cores. The tests of one file run one after the other. */
function workers(): number {
  const files = args.filter((argument) => argument.endsWith('.spec.ts')).length;
  return Math.min(files || Infinity, cpus().length + 1, 6);
}

/** A stand-in and a preview of its own, since each test resets both. */
async function startPlace(): Promise<Place> {
  const demo = await startDemo({ quiet: true, reactDevelopment: true });
  const below = await demo.startBelow('/grafana');
  const base = await atRoot(demo.url);
  return {
    env: {
      BASE_URL: base.url,
      PREVIEW_URL: demo.url,
      SUB_PATH_URL: below.url,
      CONTROL_URL: demo.controlUrl,
      CERTIFICATE_FILE: demo.signIn.certificateFile,
      PRIVATE_KEY_FILE: demo.signIn.privateKeyFile,
    },
    close: async () => {
      await base.close();
      await demo.close();
    },
  };
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
