import { type HonoRequest } from 'hono';

import { GrafanaError } from './grafanaError';

/**
 * The JSON body of a request, an empty object where there is none (Grafana 12.4, pkg/web/binding.go).
 * @throws GrafanaError 400 when it isn't JSON, or doesn't say so in its content type.
 */
export async function readJson(request: HonoRequest): Promise<unknown> {
  const [type = ''] = (request.header('Content-Type') ?? '').split(';');
  try {
    if (type.trim().toLowerCase() === 'application/json') {
      return JSON.parse((await request.text()) || '{}');
    }
  } catch {
    // Refused below.
  }
  throw new GrafanaError(400, 'bad request data');
}
