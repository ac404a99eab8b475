import { QueryClient } from '@tanstack/react-query';
import { type BackendError } from '../api/errors';

declare module '@tanstack/react-query' {
  interface Register {
    // All that is read and written comes through src/api, which throws nothing else.
    defaultError: BackendError;
  }
}

/** Asks also where the browser calls itself offline: Grafana may run on the same machine. What then failed is read again later. */
const network = { networkMode: 'always', refetchOnReconnect: true } as const;

/**
 * One cache for the app's pages and its configuration tabs. The backend retries what is worth retrying, so the browser
 * does not; what was read counts as fresh for half a minute, so that moving between pages costs no call.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { ...network, retry: false, staleTime: 30_000, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
});
