import { QueryClient } from '@tanstack/react-query';

/**
 * One cache for the app's pages and its configuration tabs. The backend retries what is worth retrying, so the browser
 * does not; what was read counts as fresh for half a minute, so that moving between pages costs no call.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
});
