import { AppEvents } from '@grafana/data';
import {
  type BackendSrv,
  type BackendSrvRequest,
  type FetchError,
  type FetchResponse,
  config,
  getAppEvents,
} from '@grafana/runtime';
import { Observable, lastValueFrom } from 'rxjs';

import { readBody, requestUrl, toInit } from './httpRequest';

/** Requests to the server, with the answers, errors and notices that plugins know from Grafana's backendSrv. */
export class BackendService implements BackendSrv {
  private readonly running = new Map<string, AbortController>();

  fetch<T>(request: BackendSrvRequest): Observable<FetchResponse<T>> {
    return new Observable((subscriber) => {
      const aborter = this.claim(request);
      this.send<T>(request, aborter.signal).then(
        (response) => {
          announceSuccess(request, response.data);
          subscriber.next(response);
          subscriber.complete();
        },
        (error: FetchError) => {
          subscriber.error(error);
          announceFailure(request, error);
        }
      );
      return () => aborter.abort();
    });
  }

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

  /** A request with the id of a running one takes its place. */
  private claim({ requestId, abortSignal }: BackendSrvRequest): AbortController {
    const aborter = new AbortController();
    abortSignal?.addEventListener('abort', () => aborter.abort(), { once: true });
    if (requestId) {
      this.running.get(requestId)?.abort();
      this.running.set(requestId, aborter);
    }
    return aborter;
  }

  private async send<T>(request: BackendSrvRequest, signal: AbortSignal): Promise<FetchResponse<T>> {
    const url = requestUrl(request);
    let response: Response;
    try {
      response = await fetch(url, { ...toInit(request), signal });
    } catch (error) {
      throw { ...failure(request, signal.aborted ? -1 : 0), cancelled: signal.aborted, message: String(error) };
    }
    const data = await readBody(response, request.responseType);
    if (response.ok) {
      const { status, statusText, ok, headers, redirected, type } = response;
      return { data: data as T, status, statusText, ok, headers, redirected, type, url, config: request };
    }
    if (response.status === 401) {
      await leaveWhenSignedOut();
    }
    throw { ...failure(request, response.status), statusText: response.statusText, data: errorData(data, response) };
  }
}

function failure(request: BackendSrvRequest, status: number): FetchError {
  return { status, statusText: status === -1 ? 'Request was aborted' : '', data: null, config: request };
}

function errorData(data: unknown, { statusText }: Response): unknown {
  return typeof data === 'string' ? { message: data || statusText, error: statusText, response: data } : data;
}

/** A 401 may come from a plugin: only when the session is gone, too, does the browser go to the sign-in page. */
async function leaveWhenSignedOut(): Promise<void> {
  const session = await fetch('api/user');
  if (session.status === 401 && config.bootData.user.isSignedIn) {
    const { pathname, search } = window.location;
    window.location.assign(`/login?to=${encodeURIComponent(pathname + search)}`);
  }
}

function messageOf(data: unknown): string | undefined {
  const message: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'message') : undefined;
  return typeof message === 'string' && message ? message : undefined;
}

function announceSuccess({ method = 'GET', showSuccessAlert }: BackendSrvRequest, data: unknown): void {
  const message = messageOf(data);
  if (message && (showSuccessAlert ?? method !== 'GET')) {
    getAppEvents().publish({ type: AppEvents.alertSuccess.name, payload: [message] });
  }
}

function announceFailure({ showErrorAlert = true }: BackendSrvRequest, error: FetchError): void {
  if (!showErrorAlert || error.cancelled || error.isHandled) {
    return;
  }
  const type = error.status > 0 && error.status < 500 ? AppEvents.alertWarning : AppEvents.alertError;
  getAppEvents().publish({ type: type.name, payload: [messageOf(error.data) ?? 'The request failed'] });
}
