import { useEffect, useState } from 'react';
import type * as z from 'zod/mini';
import { toBackendError } from '../api/errors';
import { grafanaRequest } from '../api/request';
import { type Failure } from '../domain/failure';

interface Answer<T> {
  data?: T;
  failure?: Failure;
}

/**
 * Reads a route of the data source's backend once, and again each time `version` changes.
 * @param uid '' asks nothing
 */
export function useResource<T>(uid: string, route: string, schema: z.ZodMiniType<T>, version = 0): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({});
  useEffect(() => {
    if (uid === '') {
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const url = `/api/datasources/uid/${encodeURIComponent(uid)}/resources/${route}`;
    void grafanaRequest(schema, { url, abortSignal: signal }).then(
      (data) => setAnswer({ data }),
      (thrown: unknown) => !signal.aborted && setAnswer({ failure: toBackendError(thrown).failure })
    );
    return () => controller.abort();
  }, [uid, route, schema, version]);
  return answer;
}
