import { setTimeout } from 'node:timers/promises';
import { type APIRequestContext, expect } from '@playwright/test';
import { forgetSettings } from './settings';

/** Signs in anew: Grafana gives each session another token after ten minutes, and a long run would begin with an old one. */
export async function signIn(...requests: APIRequestContext[]): Promise<void> {
  for (const request of requests) {
    expect((await request.post('/login', { data: { user: 'admin', password: 'admin' } })).ok()).toBe(true);
  }
}

/** The backend refreshes at most every two minutes, and a test can't make it forget that by a restart. */
export const lastRefreshIsOld = () => setTimeout(125_000);

/**
 * Brings a Grafana that is provisioned from `provisioning/` back to that: what tests added goes, and the files are read
 * again. Needs a Grafana server admin.
 */
export async function resetGrafana(request: APIRequestContext): Promise<void> {
  const listed = await request.get('/api/datasources');
  for (const { uid, readOnly } of (await listed.json()) as Array<{ uid: string; readOnly: boolean }>) {
    if (!readOnly) {
      expect((await request.delete(`/api/datasources/uid/${uid}`)).ok()).toBe(true);
    }
  }
  // Grafana keeps secrets that the file doesn't name.
  await forgetSettings(request);
  for (const what of ['datasources', 'plugins']) {
    expect((await request.post(`/api/admin/provisioning/${what}/reload`)).ok()).toBe(true);
  }
  // Grafana knows settings by the second in which they were saved: others of the same second would pass for these.
  await setTimeout(1_000);
}
