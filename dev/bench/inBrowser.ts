import { type BrowserContext, chromium } from '@playwright/test';

import { PLUGIN_ID } from '../../src/constants';
import { startPreview } from '../preview/startPreview';
import { findBrowser } from '../tasks/browser';
import { type Upstream } from './startUpstream';

/**
 * Runs the built plugin in a real browser over the real backend, signed in as admin.
 * @param provisioning directory that a reset of the preview reads again; false begins with an unconfigured Grafana
 */
export async function inBrowser<T>(
  upstream: Upstream,
  provisioning: string | false,
  measure: (context: BrowserContext) => Promise<T>
): Promise<T> {
  const preview = await startPreview({
    azure: { cloudsConfig: upstream.cloudsConfig, forwardSettings: true },
    forwarded: { SSL_CERT_FILE: upstream.caFile },
    provisioning,
  });
  const { executablePath, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, env: { ...ownEnvironment(), ...env } });
  try {
    const context = await browser.newContext({
      baseURL: preview.url,
      viewport: { width: 1400, height: 1000 },
      // Without one, Chromium takes the machine's: in the POSIX locale "en-US@posix", which Intl refuses.
      locale: 'en-US',
    });
    await post(context, '/login', { user: 'admin', password: 'admin' });
    return await measure(context);
  } finally {
    await browser.close();
    await preview.close();
  }
}

/** Sets the app up. */
export const configure = (context: BrowserContext, settings: object): Promise<void> =>
  post(context, `/api/plugins/${PLUGIN_ID}/settings`, { enabled: true, pinned: true, ...settings });

/** @throws Error with what the preview answered */
export async function post(context: BrowserContext, url: string, data: unknown): Promise<void> {
  const answer = await context.request.post(url, { data });
  if (!answer.ok()) {
    throw new Error(`The preview answered ${answer.status()} to ${url}: ${await answer.text()}`);
  }
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}
