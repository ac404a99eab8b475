import { type Context } from '../context';
import { invalidSkipToken } from './errors';

/**
 * One page of a list, `{value, nextLink?}`. Azure leaves nextLink away when the list is complete.
 * The token is opaque to clients: they follow the link as it is.
 */
export function page<Item>(context: Context, requestUrl: string, items: Item[]): { value: Item[]; nextLink?: string } {
  const url = new URL(requestUrl);
  const start = startOf(url, items.length);
  const end = start + context.knobs.pageSize;
  const value = items.slice(start, end);
  if (end >= items.length) {
    return { value };
  }
  const next = new URL(url.pathname, context.urls.resourceManager);
  next.searchParams.set('api-version', apiVersionOf(url));
  next.searchParams.set('$skiptoken', Buffer.from(`item:${end}`).toString('base64url'));
  return { value, nextLink: next.toString() };
}

function startOf(url: URL, length: number): number {
  const token = queryParameter(url, '$skiptoken');
  if (token === undefined) {
    return 0;
  }
  const start = Number(/^item:(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1] ?? NaN);
  if (!(start <= length)) {
    throw invalidSkipToken();
  }
  return start;
}

export const apiVersionOf = (url: URL): string => queryParameter(url, 'api-version') ?? '';

/** Query parameters' names have no case in Azure. */
function queryParameter(url: URL, name: string): string | undefined {
  for (const [key, value] of url.searchParams) {
    if (key.toLowerCase() === name) {
      return value;
    }
  }
  return undefined;
}
