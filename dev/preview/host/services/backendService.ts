import { AppEvents } from '@grafana/data';
import {
  type BackendSrv,
  type BackendSrvRequest,
  type FetchError,
  type FetchResponse,
  config,
  getAppEvents,
} from '@grafana/runtime';
import {
  type Observable,
  Subject,
  catchError,
  defer,
  filter,
  lastValueFrom,
  retry,
  takeUntil,
  tap,
  throwError,
  throwIfEmpty,
} from 'rxjs';
import { fromFetch } from 'rxjs/fetch';

import { isDataQuery, isLocal, prepare, readBody, requestUrl, toInit } from './httpRequest';

/** What Grafana makes of an error's body. */
interface ErrorBody {
  message?: string;
  error?: unknown;
  response?: string;
  traceID?: string;
}

/**
 * Grafana's backendSrv: requests to the server, with the answers, errors and notices that plugins know from it (12.4.0,
 * public/app/core/services/backend_srv.ts). docs/preview.md says where it differs; tests of the front end run with it.
 */
export class BackendService implements BackendSrv {
  private readonly begun = new Subject<string | undefined>();

  fetch<T>(request: BackendSrvRequest): Observable<FetchResponse<T>> {
    return defer(() => {
      const { requestId } = request;
      this.begun.next(requestId);
      prepare(request);
      return ask<T>(request).pipe(
        tap((response) => announceSuccess(request, response.data)),
        retry({ count: 1, delay: (error: FetchError) => this.whenSignedIn(request, error) }),
        catchError((error: FetchError<ErrorBody | string | null>) => throwError(() => settle(request, error))),
        // A request with the id of a running one takes its place.
        takeUntil(this.begun.pipe(filter((id) => id !== undefined && id === requestId))),
        throwIfEmpty(() => ({ ...aborted, type: 'cancelled', config: request }))
      );
    });
  }

  /** In one piece. */
  chunked(request: BackendSrvRequest): Observable<FetchResponse<Uint8Array | undefined>> {
    return this.fetch({ ...request, responseType: 'arraybuffer' });
  }

  async request<T>(request: BackendSrvRequest): Promise<T> {
    return (await lastValueFrom(this.fetch<T>(request))).data;
  }

  datasourceRequest<T>(request: BackendSrvRequest): Promise<FetchResponse<T>> {
    return lastValueFrom(this.fetch<T>(request));
  }

  get<T>(url: string, params?: BackendSrvRequest['params'], requestId?: string, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'GET', url, params, requestId });
  }

  delete<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'DELETE', url, data });
  }

  post<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'POST', url, data });
  }

  patch<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'PATCH', url, data });
  }

  put<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'PUT', url, data });
  }

  /** A 401 may come from a plugin: where the session is good the request is sent once more, else the page starts anew. */
  private whenSignedIn(request: BackendSrvRequest, error: FetchError): Observable<unknown> {
    const { user } = config.bootData;
    if (error.status !== 401 || !isLocal(request.url) || request.retry || !user.isSignedIn) {
      return throwError(() => error);
    }
    return this.fetch({ url: '/api/login/ping', method: 'GET', retry: 1 }).pipe(
      tap({
        error: ({ status }: FetchError) => {
          if (status === 401) {
            user.isSignedIn = false;
            window.location.reload();
          }
        },
      })
    );
  }
}

const aborted = { status: -1, statusText: 'Request was aborted', data: null, cancelled: true };

/** @throws FetchError for a refusal; what `fetch` or the body's reading throws stays as it is, without a status. */
function ask<T>(request: BackendSrvRequest): Observable<FetchResponse<T>> {
  const selector = async (response: Response): Promise<FetchResponse<T>> => {
    const { status, statusText, ok, headers, redirected, type, url } = response;
    const data = (await readBody(response, request.responseType)) as T;
    if (!ok) {
      throw { status, statusText, data, config: request } satisfies FetchError;
    }
    return { data, status, statusText, ok, headers, redirected, type, url, config: request };
  };
  return defer(() => fromFetch(requestUrl(request), { ...toInit(request), selector }));
}

/** Gives every error a body with a message, and shows it in a moment unless someone handles it. */
function settle(request: BackendSrvRequest, error: FetchError<ErrorBody | string | null>) {
  const { data = null, statusText } = error;
  const body: ErrorBody =
    typeof data === 'string'
      ? { message: data, error: statusText, response: data }
      : (data ?? { message: 'Unexpected error' });
  if (!body.message && typeof body.error === 'string') {
    body.message = body.error;
  }
  setTimeout(() => error.isHandled || announceFailure(request, error, body), 50);
  return Object.assign(error, { data: body });
}

/** Unasked, the answers of Grafana's own API are shown, of data queries and of other servers not. */
function isQuiet({ url }: BackendSrvRequest): boolean {
  return isDataQuery(url) || !isLocal(url);
}

function announceSuccess(request: BackendSrvRequest, data: unknown): void {
  const message = typeof data === 'object' && data !== null && 'message' in data && data.message;
  if (message && (request.showSuccessAlert ?? (request.method !== 'GET' && !isQuiet(request)))) {
    getAppEvents().publish({ type: AppEvents.alertSuccess.name, payload: [message] });
  }
}

function announceFailure(request: BackendSrvRequest, error: FetchError, { message, traceID }: ErrorBody): void {
  if (!message || !(request.showErrorAlert ?? !isQuiet(request))) {
    return;
  }
  const reason = (message === 'Unexpected error' && error.message) || message;
  const [title, text] =
    error.status === 422 ? ['Validation failed', message] : reason.length > 80 ? ['Error', reason] : [reason, ''];
  const type = error.status < 500 ? AppEvents.alertWarning : AppEvents.alertError;
  getAppEvents().publish({ type: type.name, payload: [title, text, traceID] });
}
