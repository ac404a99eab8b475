import { type Context } from 'hono';

import { GrafanaError } from '../../grafana/grafanaError';

/** The JSON body of a request. @throws GrafanaError 400 */
export async function readJson(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw new GrafanaError(400, 'bad request data');
  }
}
