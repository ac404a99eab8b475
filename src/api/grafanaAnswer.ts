import { type BackendSrvRequest, getBackendSrv, isFetchError } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import { type JsonValue } from '../domain/json';
import { toBackendError } from './errors';

/** An answer of Grafana's own API, whatever its status. */
export interface GrafanaAnswer {
  status: number;
  body: JsonValue;
  /** The body as it came, where it was a success. */
  text: string;
}

/**
 * Calls Grafana's own API as the signed-in user and hands back the answer whole, refusals too: what they mean depends on
 * what was asked. The body is asked for as text, since numbers that JavaScript can't hold would be changed by parsing.
 * @throws BackendError when Grafana doesn't answer at all.
 */
export async function grafanaAnswer(options: BackendSrvRequest): Promise<GrafanaAnswer> {
  const quiet = { showErrorAlert: false, showSuccessAlert: false, responseType: 'text' as const };
  try {
    const { status, data } = await lastValueFrom(getBackendSrv().fetch<unknown>({ ...quiet, ...options }));
    return { status, body: parsed(data), text: typeof data === 'string' ? data : JSON.stringify(data) };
  } catch (thrown) {
    if (!isFetchError(thrown) || thrown.status <= 0) {
      throw toBackendError(thrown);
    }
    return { status: thrown.status, body: parsed(refusalText(thrown.data)), text: '' };
  }
}

// Grafana wraps a refusal that came as text: { message: <the text>, error, response: <the text> }.
function refusalText(data: unknown): unknown {
  const response: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'response') : undefined;
  return typeof response === 'string' ? response : data;
}

function parsed(data: unknown): JsonValue {
  if (typeof data !== 'string') {
    return (data ?? null) as JsonValue;
  }
  try {
    return JSON.parse(data) as JsonValue;
  } catch {
    return data;
  }
}
