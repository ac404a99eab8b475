import { getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import * as z from 'zod/mini';
import { PLUGIN_ID } from '../constants';
import { toBackendError, unreadableAnswer } from './errors';

const RESOURCES = `/api/plugins/${PLUGIN_ID}/resources`;

export interface RequestOptions {
  method?: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';
  body?: unknown;
  params?: Record<string, string>;
}

/**
 * Calls a route of our backend and checks the answer against its schema.
 * `path` segments that hold names must be encoded by the caller.
 * @throws BackendError, always.
 */
export async function request<T>(path: string, schema: z.ZodMiniType<T>, options: RequestOptions = {}): Promise<T> {
  let data: unknown;
  try {
    const answer = await lastValueFrom(
      getBackendSrv().fetch<unknown>({
        url: RESOURCES + path,
        method: options.method ?? 'GET',
        data: options.body,
        params: options.params,
        showErrorAlert: false,
        showSuccessAlert: false,
      })
    );
    data = answer.data;
  } catch (thrown) {
    throw toBackendError(thrown);
  }
  const parsed = z.safeParse(schema, data);
  if (!parsed.success) {
    throw unreadableAnswer(z.prettifyError(parsed.error));
  }
  return parsed.data;
}
