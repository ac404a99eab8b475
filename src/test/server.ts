import { setupServer } from 'msw/node';
import { handlers } from './handlers';

/** The mocked network. Each test starts from the default handlers and replaces what it is about. */
export const server = setupServer(...handlers);

interface SeenRequest {
  method: string;
  path: string;
  query: string;
  body: string;
}

let seen: SeenRequest[] = [];

server.events.on('request:start', async ({ request }) => {
  const { pathname, search } = new URL(request.url);
  if (!pathname.startsWith('/api/')) {
    return;
  }
  const entry = { method: request.method, path: pathname, query: search, body: '' };
  seen.push(entry);
  entry.body = await request.clone().text();
});

/** What was asked of Grafana's API since the test began, in order. */
export function requestsSeen(): SeenRequest[] {
  return seen;
}

export function forgetRequests() {
  seen = [];
}
