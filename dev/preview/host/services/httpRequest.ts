import { type BackendSrvRequest, config } from '@grafana/runtime';

// Grafana 12.4.0: public/app/core/utils/fetch.ts, and `parseRequestOptions` of public/app/core/services/backend_srv.ts.

const getsJsonType = ['post', 'put', 'patch'];
const jsonTypes = /^application\/((json|merge|strategic-merge)-patch\+)?json$/i;

export function isLocal(url: string): boolean {
  return !url.startsWith('http');
}

export function isDataQuery(url: string): boolean {
  return /api\/datasources\/proxy|api\/ds\/query/.test(url);
}

/** What Grafana changes in the request that it was given, the caller's own object. */
export function prepare(request: BackendSrvRequest): void {
  if (!isLocal(request.url)) {
    return;
  }
  const { orgId } = config.bootData.user;
  if (orgId) {
    request.headers ??= {};
    request.headers['X-Grafana-Org-Id'] = orgId;
  }
  // Relative to the page's base address, which knows the sub path.
  request.url = request.url.replace(/^\//, '');
  if (request.headers?.Authorization) {
    request.headers['X-DS-Authorization'] = request.headers.Authorization;
    delete request.headers.Authorization;
  }
}

/** The URL with its parameters: without those that are undefined or an empty list, and whatever the URL holds already. */
export function requestUrl({ url, params = {} }: BackendSrvRequest): string {
  const query = Object.entries(params)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .flatMap(([name, value]) => [value].flat().map((item) => `${encodeURIComponent(name)}=${encodeURIComponent(item)}`))
    .join('&');
  return query ? `${url}?${query}` : url;
}

/** Method, headers and body for `fetch`. Data is a form, whatever the method, unless the content type says JSON. */
export function toInit({
  method,
  headers: given = {},
  data,
  credentials,
  abortSignal,
}: BackendSrvRequest): RequestInit {
  const headers = new Headers(given);
  if (method && getsJsonType.includes(method.toLowerCase()) && !headers.get('Content-Type')) {
    headers.set('Content-Type', 'application/json');
  }
  if (!headers.get('Accept')) {
    headers.set('Accept', 'application/json, text/plain, */*');
  }
  return {
    method,
    headers,
    body: toBody(data, isJson(headers)),
    credentials: credentials ?? 'same-origin',
    signal: abortSignal,
  };
}

/** @throws SyntaxError when an answer that calls itself JSON is none; an empty one with its length is an empty object. */
export async function readBody(response: Response, asked: BackendSrvRequest['responseType']): Promise<unknown> {
  switch (asked ?? (isJson(response.headers) ? 'json' : undefined)) {
    case 'arraybuffer':
      return response.arrayBuffer();
    case 'blob':
      return response.blob();
    case 'text':
      return response.text();
    case 'json':
      return response.headers.get('Content-Length') === '0' ? {} : response.json();
    default:
      return parsed(await response.text());
  }
}

/** A content type with parameters is no JSON here. */
function isJson(headers: Headers): boolean {
  return jsonTypes.test(headers.get('Content-Type') ?? '');
}

function toBody(data: BackendSrvRequest['data'], asJson: boolean): BodyInit {
  if (!data || typeof data === 'string' || data instanceof Blob) {
    return data;
  }
  return asJson ? JSON.stringify(data) : new URLSearchParams(data);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
