import { type BackendSrvRequest, getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import * as z from 'zod/mini';
import { PLUGIN_ID } from '../constants';
import { toBackendError, unreadableAnswer } from './errors';

/**
 * Calls Grafana's own API as the signed-in user and checks the answer against its schema.
 * @throws BackendError, always.
 */
export async function grafanaRequest<T>(schema: z.ZodMiniType<T>, options: BackendSrvRequest): Promise<T> {
  let data: unknown;
  try {
    const quiet = { showErrorAlert: false, showSuccessAlert: false };
    data = (await lastValueFrom(getBackendSrv().fetch<unknown>({ ...quiet, ...options }))).data;
  } catch (thrown) {
    throw toBackendError(thrown);
  }
  return checked(schema, data);
}

function checked<T>(schema: z.ZodMiniType<T>, data: unknown): T {
  try {
    return z.parse(schema, data);
  } catch (thrown) {
    // Something that is nested too deeply to be walked is no schema's error.
    throw unreadableAnswer(thrown instanceof z.core.$ZodError ? z.prettifyError(thrown) : String(thrown));
  }
}

const RESOURCES = `/api/plugins/${PLUGIN_ID}/resources`;

export interface RequestOptions {
  method?: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';
  body?: unknown;
  params?: Record<string, string>;
  /** Ends the request when nobody wants its answer any more. */
  signal?: AbortSignal;
}

/**
 * Calls a route of our backend and checks the answer against its schema.
 * `path` segments that hold names must be encoded by the caller.
 * @throws BackendError, always.
 */
export function request<T>(path: string, schema: z.ZodMiniType<T>, options: RequestOptions = {}): Promise<T> {
  const { method = 'GET', body, params, signal } = options;
  // Grafana's backendSrv adds the type to POST, PUT and PATCH alone, and sends all else as a form.
  const headers: Record<string, string> = method === 'GET' ? {} : { 'Content-Type': 'application/json' };
  return grafanaRequest(schema, { url: RESOURCES + path, method, headers, data: body, params, abortSignal: signal });
}
