import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';

import { type PluginContext, pluginContext, type PluginContextSource } from '../backend/pluginContext';
import { type PluginClient, type ResourceResponse } from '../backend/pluginClient';
import { type Preview } from '../preview';
import { GrafanaError } from '../../grafana/grafanaError';
import { type PreviewUser } from '../state/users';
import { type PreviewEnv, permitted, signedIn } from './requestUser';
import { headersForBrowser, headersForPlugin } from './resourceHeaders';

/** Calls into the plugin's backend: /api/plugins/:id/resources/* and /api/plugins/:id/health, as Grafana guards them. */
export function pluginCallRoutes(preview: Preview): Hono<PreviewEnv> {
  const routes = new Hono<PreviewEnv>();
  const prefix = `/api/plugins/${preview.manifest.id}`;

  routes.get(`${prefix}/health`, async (c) => {
    const user = signedIn(c);
    const { status, message, jsonDetails } = await runningBackend(preview).checkHealth(contextFor(preview, user));
    const details: unknown = jsonDetails.length > 0 ? JSON.parse(Buffer.from(jsonDetails).toString()) : undefined;
    return c.json({ status, message, details }, status === 'OK' ? 200 : 400);
  });

  const callResource = (c: Context<PreviewEnv>) =>
    forward(c, preview, `${prefix}/resources`, contextFor(preview, permitted(c, 'plugins.app:access')));
  routes.all(`${prefix}/resources`, callResource);
  routes.all(`${prefix}/resources/*`, callResource);
  return routes;
}

/** Hands a resource call to the backend, as the app or as one of its data sources. */
export async function forward(c: Context<PreviewEnv>, preview: Preview, prefix: string, pluginContext: PluginContext) {
  const client = runningBackend(preview);
  const url = new URL(c.req.url);
  const path = decodePath(url.pathname.slice(prefix.length).replace(/^\//, ''));
  const parts = client.callResource(
    {
      pluginContext,
      path,
      method: c.req.method,
      url: encodePath(path) + url.search,
      headers: headersForPlugin(c.req.raw.headers, getConnInfo(c).remote.address ?? ''),
      body: new Uint8Array(await c.req.arrayBuffer()),
    },
    c.req.raw.signal
  );
  return answer(parts);
}

/** Sends the first part's status and headers, then each body as it comes. */
async function answer(parts: AsyncIterable<ResourceResponse>): Promise<Response> {
  const iterator = parts[Symbol.asyncIterator]();
  const first = await iterator.next().catch(() => undefined);
  if (!first || first.done) {
    throw new GrafanaError(500, 'An error occurred within the plugin', 'plugin.requestFailureError');
  }
  const { code, headers, body } = first.value;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(body),
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) {
        controller.close();
      } else {
        controller.enqueue(next.value.body);
      }
    },
  });
  const bodiless = [204, 205, 304].includes(code);
  return new Response(bodiless ? null : stream, { status: code, headers: headersForBrowser(headers, code) });
}

const contextFor = (preview: Preview, user: PreviewUser) => pluginContext(sourceOf(preview, user));

/** What the context of a call is made of. */
export function sourceOf(preview: Preview, user: PreviewUser): PluginContextSource {
  return {
    pluginId: preview.manifest.id,
    pluginVersion: preview.manifest.info.version,
    grafanaVersion: preview.grafana.version,
    appUrl: `${preview.url}${preview.subPath}/`,
    azure: preview.azure,
    settings: preview.state.settings,
    user,
  };
}

/** @throws GrafanaError 404 while the app is not enabled, 500 while its backend is down. */
export function runningBackend({ state, backend }: Preview): PluginClient {
  if (!state.settings.enabled) {
    throw new GrafanaError(404, 'Plugin is not enabled');
  }
  const client = backend.connection();
  if (!client) {
    throw new GrafanaError(500, 'An error occurred within the plugin', 'plugin.requestFailureError');
  }
  return client;
}

/** As Go writes a path. */
function encodePath(path: string): string {
  return encodeURI(path).replace(/[?#!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new GrafanaError(400, 'bad request data');
  }
}
