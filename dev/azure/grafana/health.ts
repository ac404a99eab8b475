import { type Hono } from 'hono';
import { type StoredDataSource } from '../../preview/state/dataSources';
import { GrafanaError } from '../../preview/state/grafanaError';
import { type Context } from '../context';
import { demo } from '../demo';
import { permitted, type GrafanaEnv } from './signedIn';

/** Grafana keeps a data source's record so long for health checks, whatever was written since (service/cache.go). */
const cacheMilliseconds = 5_000;

/** Health of data sources, checked from the workspace's managed network: 200 only for OK, otherwise 400. */
export function healthRoutes(app: Hono<GrafanaEnv>, context: Context): void {
  // A reset brings a new store, and with it an empty cache.
  const caches = new WeakMap<object, Map<string, { source: StoredDataSource; at: number }>>();

  const recordOf = (uid: string, fresh: boolean): StoredDataSource | undefined => {
    const cached = caches.get(context.world) ?? new Map<string, { source: StoredDataSource; at: number }>();
    caches.set(context.world, cached);
    const kept = cached.get(uid);
    if (!fresh && kept && context.clock.now() - kept.at < cacheMilliseconds) {
      return kept.source;
    }
    const source = context.world.dataSources.find(uid);
    if (source) {
      cached.set(uid, { source, at: context.clock.now() });
    }
    return source;
  };

  app.all('/api/datasources/uid/:uid/health', async (c) => {
    permitted(c, 'datasources:query');
    const source = recordOf(c.req.param('uid'), c.req.header('x-grafana-nocache') === 'true');
    if (!source) {
      throw new GrafanaError(500, 'Unable to load datasource metadata');
    }
    const health = await context.checkDataSource(source, demo.workspaces.main);
    if (!health) {
      throw new GrafanaError(500, 'Plugin unavailable', 'plugin.unavailable');
    }
    return c.json(health, health.status === 'OK' ? 200 : 400);
  });
}
