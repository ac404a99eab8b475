import { type BackendSrvRequest, getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import * as z from 'zod/mini';
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
