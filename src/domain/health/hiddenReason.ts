import { redactText } from '../address/redact';
import { silentTypes } from '../catalogue/dataSourceTypes';
import { isJsonObject, type JsonObject, type JsonValue, stringAt } from '../json';

/** The body for `POST /api/ds/query` whose answer names what this health message doesn't; undefined for all others. */
export function reasonQuery(uid: string, healthMessage: string): JsonObject | undefined {
  const silent = silentTypes.find(({ says }) => healthMessage.startsWith(says));
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
  return redactText(stringAt(result, 'error'));
}
