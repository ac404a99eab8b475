import { redactText } from '../address/redact';
import { isJsonObject, type JsonObject, type JsonValue, stringAt } from '../json';

/** A type whose health check keeps the reason of a failure to the log of the Grafana server, while any query tells it. */
interface SilentType {
  type: string;
  /** What the check says instead (Grafana 12.3, pkg/tsdb/loki/healthcheck.go and pkg/tsdb/elasticsearch/healthcheck.go). */
  says: RegExp;
  /** The smallest query that makes the plugin ask its store. */
  query: JsonObject;
}

const silentTypes: readonly SilentType[] = [
  {
    type: 'loki',
    says: /^Unable to connect with Loki\b/,
    query: { expr: 'vector(1)+vector(1)', queryType: 'instant' },
  },
  {
    type: 'elasticsearch',
    says: /^Health check failed: Failed to connect to Elasticsearch/,
    query: { metrics: [{ type: 'raw_document', id: '1', settings: { size: '1' } }], bucketAggs: [] },
  },
];

/** The body for `POST /api/ds/query` whose answer names what this health message doesn't; undefined for all others. */
export function reasonQuery(uid: string, healthMessage: string): JsonObject | undefined {
  const silent = silentTypes.find(({ says }) => says.test(healthMessage));
  return (
    silent && {
      from: 'now-1m',
      to: 'now',
      queries: [{ refId: 'A', datasource: { uid, type: silent.type }, ...silent.query }],
    }
  );
}

/** The error in the answer to such a query; '' where there is none. */
export function reasonIn(answer: JsonValue): string {
  const results = isJsonObject(answer) ? answer.results : undefined;
  const result = isJsonObject(results) ? results.A : undefined;
  return result === undefined ? '' : redactText(stringAt(result, 'error'));
}
