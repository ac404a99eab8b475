import constants from '../../../catalogue/constants.json';
import { redactText } from '../address/redact';
import { isJsonObject, type JsonValue, stringAt } from '../json';

/** What a data source's health check answered, from either Grafana. */
export interface HealthAnswer {
  /** `missing`: the plugin has no health check, or it couldn't run. */
  status: 'ok' | 'error' | 'unknown' | 'missing';
  message: string;
  /** All texts of the answer, for the rules and for the admin; several lines. */
  raw: string;
}

/**
 * Reads the payload of `/api/datasources/uid/:uid/health`: 200 only for OK, 400 with the same payload else; 404 and 500
 * when the plugin has no check (`facts`: Grafana HTTP API). Unknown shapes give `unknown` with the text as it is.
 */
export function readHealth(httpStatus: number, body: JsonValue): HealthAnswer {
  const message = redactText(stringAt(body, 'message'));
  const raw = redactText(allTexts(body).join('\n'));
  if (
    constants.missingPluginIds.includes(stringAt(body, 'messageId')) ||
    /health check not implemented/i.test(message)
  ) {
    return { status: 'missing', message, raw };
  }
  switch (stringAt(body, 'status').toUpperCase()) {
    case 'OK':
    case 'SUCCESS':
      return { status: httpStatus < 400 ? 'ok' : 'unknown', message, raw };
    case 'ERROR':
      return { status: 'error', message, raw };
    default:
      return { status: httpStatus >= 400 ? 'error' : 'unknown', message, raw };
  }
}

// The real cause often stands in details.verboseMessage; nothing is dropped.
function allTexts(value: JsonValue, key = ''): string[] {
  if (typeof value === 'string') {
    return value === '' || key === 'status' || key === 'errorDetailsLink' ? [] : [value];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item) => allTexts(item));
  }
  return isJsonObject(value) ? Object.entries(value).flatMap(([name, inner]) => allTexts(inner, name)) : [];
}
