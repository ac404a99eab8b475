import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { GrafanaError, readJson } from '../../grafana/grafanaError';
import { dataSourceContext } from '../backend/pluginContext';
import { type Preview } from '../preview';
import { queryDataSource } from '../queryDataSource';
import { forward, runningBackend, sourceOf } from './pluginCalls';
import { type PreviewEnv, permitted } from './requestUser';

const querySchema = z.object({
  queries: z.array(z.looseObject({ refId: z.string(), datasource: z.looseObject({ uid: z.string() }) })).min(1),
  from: z.string().optional(),
  to: z.string().optional(),
});

/**
 * Queries, health and resources of the plugin's own data sources, which its backend answers; those of other types go on to the next
 * routes. Times are milliseconds since 1970.
 */
export function dataSourceCallRoutes(preview: Preview, type: string): Hono<PreviewEnv> {
  const routes = new Hono<PreviewEnv>();
  const owned = (uid: string | undefined) => {
    const source = preview.state.dataSources.find(uid ?? '');
    return source?.type === type ? source : undefined;
  };
  const contextOf = (c: Context<PreviewEnv>, source: NonNullable<ReturnType<typeof owned>>) =>
    dataSourceContext(sourceOf(preview, permitted(c, 'datasources:query')), source);

  routes.all('/api/datasources/uid/:uid/health', async (c, next) => {
    const source = owned(c.req.param('uid'));
    if (!source) {
      return next();
    }
    const { status, message } = await runningBackend(preview).checkHealth(contextOf(c, source));
    return c.json({ status, message }, status === 'OK' ? 200 : 400);
  });

  routes.all('/api/datasources/uid/:uid/resources/*', async (c, next) => {
    const uid = c.req.param('uid');
    const source = owned(uid);
    return source ? forward(c, preview, `/api/datasources/uid/${uid}/resources`, contextOf(c, source)) : next();
  });

  routes.post('/api/ds/query', async (c, next) => {
    const { data: asked } = querySchema.safeParse(await readJson(c.req));
    const source = owned(asked?.queries[0]?.datasource.uid);
    if (!asked || !source) {
      return next();
    }
    if (asked.queries.some(({ datasource }) => datasource.uid !== source.uid)) {
      throw new GrafanaError(400, 'The preview queries one data source at a time');
    }
    const user = permitted(c, 'datasources:query');
    const range: [number, number] = [Number(asked.from ?? 0), Number(asked.to ?? Date.now())];
    const results = await queryDataSource(preview, user, source, asked.queries, range);
    const failed = Object.values(results).some(({ error }) => error);
    return c.json({ results }, failed ? 400 : 200);
  });
  return routes;
}
