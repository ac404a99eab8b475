import { type APIRequestContext, expect } from '@playwright/test';

/** Ends the plugin's backend; the preview starts it again within a second, as Grafana does. */
export const killBackend = (request: APIRequestContext) => request.post('/preview/backend/kill');

/** A backend that runs and holds no token of before. */
export async function restartBackend(request: APIRequestContext) {
  await killBackend(request);
  const pid = async () => ((await (await request.get('/preview/backend')).json()) as { pid: number | null }).pid;
  await expect.poll(pid).not.toBeNull();
}
