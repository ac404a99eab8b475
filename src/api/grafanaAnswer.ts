import { type BackendSrvRequest, getBackendSrv, isFetchError } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import { redactText } from '../domain/address/redact';
import { type Failure } from '../domain/failure';
import { type JsonValue, stringAt } from '../domain/json';
import { BackendError, signedOut, toBackendError } from './errors';

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

/**
 * Sorts a refusal of `/api/datasources` by its status; the codes are those of our backend for the workspace's Grafana.
 * Source: Grafana 12.4, pkg/api/datasources.go and pkg/services/datasources/errors.go.
 */
export function dataSourceError({ status, body }: GrafanaAnswer): BackendError {
  const cause = stringAt(body, 'message') || (typeof body === 'string' ? body : '') || `Status ${status}`;
  return new BackendError({ ...failureOf(status, cause), cause: redactText(cause) }, status);
}

function failureOf(status: number, said: string): Failure {
  switch (status) {
    case 400:
      return {
        code: 'grafana_rejected',
        message: 'Grafana rejected the change to the data source.',
        hint: 'See Details for the reason. Nothing was changed.',
      };
    case 401:
      return signedOut;
    case 403:
      return /read-only/i.test(said) ? readOnly : forbidden;
    case 404:
      return {
        code: 'datasource_not_found',
        message: 'This data source no longer exists.',
        hint: 'It was deleted in the meantime. Reload the list.',
      };
    case 409:
    case 412:
      return /already exists/i.test(said) ? nameTaken : changed;
    default:
      return {
        code: 'grafana_failed',
        message: 'Grafana returned an error.',
        hint: 'Try again. If the problem persists, see Grafana’s log.',
      };
  }
}

const readOnly: Failure = {
  code: 'datasource_read_only',
  message: 'This data source is provisioned and can’t be changed here.',
  hint: 'Change its URL in the provisioning file, then reload provisioning or restart Grafana.',
};

const forbidden: Failure = {
  code: 'grafana_forbidden',
  message: 'You don’t have permission to do this with data sources in this Grafana.',
  hint: 'Ask a Grafana admin for the permission shown under Details.',
};

const nameTaken: Failure = {
  code: 'datasource_exists',
  message: 'A data source with this name already exists.',
  hint: 'Enter another name.',
  field: 'name',
};

const changed: Failure = {
  code: 'datasource_conflict',
  message: 'This data source was edited in the meantime. Nothing was changed.',
  hint: 'Review what changed, then try again.',
};
