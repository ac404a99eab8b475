import type * as z from 'zod/mini';
import { PLUGIN_ID } from '../constants';
import { grafanaRequest } from './grafana';

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
