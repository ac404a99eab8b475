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
  const parsed = z.safeParse(schema, data);
  if (!parsed.success) {
    throw unreadableAnswer(z.prettifyError(parsed.error));
  }
  return parsed.data;
}
