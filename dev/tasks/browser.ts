import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths';

export interface Browser {
  executablePath: string;
  /** What the browser process needs on top of our own environment. */
  env: Record<string, string>;
}

const COMMANDS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium for the browser tests: the one that BROWSER_PATH names, an installed one, or else the one that a package
 * of ours carries, which needs neither root nor a download of its own (Linux on x64).
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  if (env.BROWSER_PATH) {
    if (!isExecutable(env.BROWSER_PATH)) {
      throw new Error(`BROWSER_PATH names ${env.BROWSER_PATH}, which can't be run. Point it to a Chromium or Chrome.`);
    }
    return { executablePath: env.BROWSER_PATH, env: {} };
  }
  const onPath = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidates = [...COMMANDS.flatMap((name) => onPath.map((folder) => path.join(folder, name))), ...ELSEWHERE];
  const installed = candidates.find(isExecutable);
  return installed ? { executablePath: installed, env: {} } : packagedBrowser();
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function packagedBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium or Chrome was found. Install one, or name it in BROWSER_PATH.');
  }
  // The package unpacks into the temporary folder: a private one, since another user's leftovers there break it.
  const folder = path.join(root, '.dev', 'browser');
  mkdirSync(folder, { recursive: true });
  const own = { ...process.env };
  process.env.TMPDIR = folder;
  // Makes the package unpack the shared libraries too, which a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  // It also sets where a serverless machine has its fonts: with that, the browser would end at the first missing glyph.
  for (const name of Object.keys(process.env).filter((one) => !(one in own))) {
    delete process.env[name];
  }
  Object.assign(process.env, own);
  return { executablePath, env: { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'), TMPDIR: folder } };
}
