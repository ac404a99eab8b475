import { type StoredDataSource } from '../grafana/dataSources';
import { type Frame } from './alerting/evaluate';
import { dataSourceContext } from './backend/pluginContext';
import { type Preview } from './preview';
import { runningBackend, sourceOf } from './routes/pluginCalls';
import { type PreviewUser } from './state/users';

/** What /api/ds/query answers for one query. */
export interface QueryResult {
  status: number;
  frames: Frame[];
  error?: string;
  errorSource?: string;
}

/**
 * Asks the plugin's backend the queries of one of its data sources, by their refId.
 * @param from milliseconds since 1970, as `to`
 * @throws GrafanaError while the backend isn't there
 */
export async function queryDataSource(
  preview: Preview,
  user: PreviewUser,
  source: StoredDataSource,
  queries: Array<{ refId: string }>,
  [from, to]: [from: number, to: number]
): Promise<Record<string, QueryResult>> {
  const context = dataSourceContext(sourceOf(preview, user), source);
  const timeRange = { fromEpochMS: from, toEpochMS: to };
  const asked = queries.map((query) => ({ refId: query.refId, timeRange, json: Buffer.from(JSON.stringify(query)) }));
  const answers = await runningBackend(preview).queryData(context, asked);
  const results = Object.entries(answers).map(
    ([refId, { frames, error, errorSource, status }]): [string, QueryResult] => [
      refId,
      error
        ? { error, errorSource, status, frames: [] }
        : { status: 200, frames: frames.map((frame) => JSON.parse(Buffer.from(frame).toString()) as Frame) },
    ]
  );
  return Object.fromEntries(results);
}
