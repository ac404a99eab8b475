import { type DataSourceApi } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { type HealthAnswer, readHealth } from '../domain/health/healthAnswer';
import { reasonIn, reasonQuery } from '../domain/health/hiddenReason';
import { isJsonObject, type JsonValue, stringAt } from '../domain/json';
import { dataSourceError, grafanaAnswer } from './grafanaAnswer';

/**
 * Asks a data source of this Grafana how it is. Grafana keeps what it knows of a data source for 5 seconds, so the check
 * after a change has to go past that (Grafana 12.4, pkg/services/datasources/service/cache.go). A type without a backend
 * is asked by its own front end.
 */
export async function localHealth(uid: string, signal?: AbortSignal): Promise<HealthAnswer> {
  const answer = await grafanaAnswer({
    url: `/api/datasources/uid/${encodeURIComponent(uid)}/health`,
    method: 'GET',
    headers: { 'X-Grafana-NoCache': 'true' },
    abortSignal: signal,
  });
  const health = readHealth(answer.status, answer.body);
  if (health.status === 'missing') {
    return (await frontEndHealth(uid)) ?? health;
  }
  // Without a status it is no health answer: Grafana itself refused.
  if (answer.status >= 400 && stringAt(answer.body, 'status') === '' && answer.status !== 400) {
    throw dataSourceError(answer);
  }
  const reason = await hiddenReason(uid, health, signal);
  return reason ? { ...health, raw: `${health.raw}\n${reason}` } : health;
}

/** What a query tells of a failure that the check keeps to the server's log; '' where nothing is hidden, or nobody knows. */
async function hiddenReason(
  uid: string,
  { status, message }: HealthAnswer,
  abortSignal?: AbortSignal
): Promise<string> {
  const data = status === 'error' ? reasonQuery(uid, message) : undefined;
  if (!data) {
    return '';
  }
  return await grafanaAnswer({ url: '/api/ds/query', method: 'POST', data, abortSignal }).then(
    ({ body }) => reasonIn(body),
    () => ''
  );
}

/** Undefined where the front end has no check of its own either. */
async function frontEndHealth(uid: string): Promise<HealthAnswer | undefined> {
  let api: DataSourceApi;
  try {
    // It would test the address that was known when the page was loaded.
    await getDataSourceSrv().reload();
    api = await getDataSourceSrv().get(uid);
  } catch {
    return undefined;
  }
  // A type that asks its backend has none to ask: that was the first answer.
  if ('callHealthCheck' in api || typeof api.testDatasource !== 'function') {
    return undefined;
  }
  try {
    return readHealth(200, asJson(await api.testDatasource()));
  } catch (thrown) {
    return readHealth(400, { status: 'ERROR', ...textsOf(thrown) });
  }
}

function textsOf(thrown: unknown): { [key: string]: JsonValue } {
  const body = asJson(thrown);
  if (isJsonObject(body)) {
    return thrown instanceof Error ? { ...body, message: thrown.message } : body;
  }
  return { message: String(thrown) };
}

// Plugins answer objects of their own making; functions and cycles in them say nothing.
function asJson(value: unknown): JsonValue {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null') as JsonValue;
  } catch {
    return String(value);
  }
}
