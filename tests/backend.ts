import { type APIRequestContext, expect } from '@playwright/test';

/** Ends the plugin's backend; the preview starts it again within a second, as Grafana does. */
const killBackend = (request: APIRequestContext) => request.post('/preview/backend/kill');

/** Ends the backend whenever it is started again, as long as `act` takes. */
export async function withoutBackend(request: APIRequestContext, act: () => Promise<void>) {
  let over = false;
  const killing = (async () => {
    while (!over) {
      await killBackend(request);
    }
  })();
  try {
    await act();
  } finally {
    over = true;
    await killing;
  }
}

/** A backend that runs and holds no token of before. */
export async function restartBackend(request: APIRequestContext) {
  await killBackend(request);
  const pid = async () => ((await (await request.get('/preview/backend')).json()) as { pid: number | null }).pid;
  await expect.poll(pid).not.toBeNull();
}
