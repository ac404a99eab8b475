import { type BackendSrvRequest } from '@grafana/runtime';

/** The request's URL with its parameters; undefined and null ones are left out. */
export function requestUrl({ url, params = {} }: BackendSrvRequest): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) {
        search.append(name, String(item));
      }
    }
  }
  const query = search.toString();
  return query ? `${url}${url.includes('?') ? '&' : '?'}${query}` : url;
}

/** Method, headers and body for `fetch`; plain data goes as JSON. */
export function toInit({ method = 'GET', headers = {}, data, credentials }: BackendSrvRequest): RequestInit {
  const all = new Headers({ Accept: 'application/json, text/plain, */*', 'X-Grafana-Org-Id': '1', ...headers });
  const raw = typeof data === 'string' || data instanceof FormData || data instanceof Blob;
  const hasBody = data !== undefined && data !== null && method !== 'GET';
  if (hasBody && !raw && !all.has('Content-Type')) {
    all.set('Content-Type', 'application/json');
  }
  return { method, headers: all, credentials, body: hasBody ? (raw ? data : JSON.stringify(data)) : undefined };
}

/** The answer's body: JSON where it is JSON, otherwise text, unless another form is asked for. */
export async function readBody(response: Response, type: BackendSrvRequest['responseType']): Promise<unknown> {
  switch (type) {
    case 'arraybuffer':
      return response.arrayBuffer();
    case 'blob':
      return response.blob();
    case 'text':
      return response.text();
    default: {
      const text = await response.text();
      try {
        return JSON.parse(text);
      } catch {
        return text;
      }
    }
  }
}
