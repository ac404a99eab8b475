import { type BackendSrv, type BackendSrvRequest, type FetchError, type FetchResponse } from '@grafana/runtime';
import { from, type Observable } from 'rxjs';

/** Grafana's HTTP service over plain fetch, as far as our clients use it; MSW answers. */
export function fetchBackendSrv(): BackendSrv {
  const service: Pick<BackendSrv, 'fetch'> = {
    fetch: <T>(options: BackendSrvRequest): Observable<FetchResponse<T>> => from(send<T>(options)),
  };
  return service as BackendSrv;
}

async function send<T>(options: BackendSrvRequest): Promise<FetchResponse<T>> {
  const url = new URL(options.url, window.location.origin);
  for (const [key, value] of Object.entries(options.params ?? {})) {
    url.searchParams.set(key, String(value));
  }
  const response = await fetch(url, {
    method: options.method ?? 'GET',
    headers: { ...(options.data === undefined ? {} : { 'Content-Type': 'application/json' }), ...options.headers },
    body: options.data === undefined ? undefined : JSON.stringify(options.data),
  });
  const text = await response.text();
  const data = options.responseType === 'text' ? text : parse(text);
  if (!response.ok) {
    const { status, statusText } = response;
    // Grafana wraps a refusal that came as text.
    const refusal = typeof data === 'string' ? { message: data, error: statusText, response: data } : data;
    const error: FetchError = { status, statusText, data: refusal, config: options };
    throw error;
  }
  return {
    data: data as T,
    status: response.status,
    statusText: response.statusText,
    ok: true,
    headers: response.headers,
    redirected: false,
    type: response.type,
    url: response.url,
    config: options,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
