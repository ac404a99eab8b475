import { http, HttpResponse } from 'msw';
import { PLUGIN_ID } from '../constants';
import { type CreateRequest } from '../domain/create/createRequest';
import { type Endpoint } from '../domain/endpoint';
import { type Failure } from '../domain/failure';
import { type OperationStatus } from '../domain/operations/operation';
import { sampleEndpoint } from '../domain/testing/sampleEndpoint';

const RESOURCES = `*/api/plugins/${PLUGIN_ID}/resources`;

/** How the backend meets the next write: as it should, with a failure, or with an answer that gets lost. */
type Meeting = { status: number; failure: Failure } | 'lostAfter' | 'lostBefore';

/**
 * A workspace behind our backend's routes, for tests of what follows a write. An operation runs until `finish` is
 * called; each call is noted as "METHOD /path".
 */
export class FakeWorkspace {
  readonly endpoints = new Map<string, Endpoint>();
  readonly calls: string[] = [];
  /** How the next writes are met, in turn. */
  readonly meetings: Meeting[] = [];
  /** What the targets say, by the endpoint's name; without an entry a target can't be linked. */
  readonly connections = new Map<string, { id: string; status: string; description: string }>();
  readable = true;
  private status: OperationStatus = 'running';
  private error: Failure | undefined;

  constructor(endpoints: Endpoint[]) {
    endpoints.forEach((endpoint) => this.endpoints.set(endpoint.name, endpoint));
  }

  /** Ends the operations that run. */
  finish(status: OperationStatus = 'succeeded', error?: Failure): void {
    this.status = status;
    this.error = error;
  }

  /** Calls whose note contains a text. */
  count(text: string): number {
    return this.calls.filter((call) => call.includes(text)).length;
  }

  readonly handlers = [
    http.get(`${RESOURCES}/endpoints`, () => {
      this.calls.push('GET /endpoints');
      return HttpResponse.json({ endpoints: [...this.endpoints.values()] });
    }),
    http.get(`${RESOURCES}/endpoints/:name`, ({ params }) => {
      const endpoint = this.endpoints.get(String(params.name));
      this.calls.push(`GET /endpoints/${String(params.name)}`);
      return endpoint
        ? HttpResponse.json({ endpoint })
        : HttpResponse.json({ code: 'azure_not_found', message: 'There is no such endpoint.' }, { status: 404 });
    }),
    http.get(`${RESOURCES}/endpoints/:name/connection`, ({ params }) => {
      const name = String(params.name);
      this.calls.push(`GET /endpoints/${name}/connection`);
      const found = this.connections.get(name);
      const connection = { name, privateEndpointId: '', groupIds: [], grade: 'none', reason: '', ...found };
      return HttpResponse.json({
        readable: this.readable,
        connections: this.readable && found ? [connection] : [],
        ...(this.readable ? {} : { error: { code: 'azure_forbidden', message: 'The identity may not read it.' } }),
      });
    }),
    http.get(`${RESOURCES}/operations`, ({ request }) => {
      const { kind = '', name = '', statusPath = '' } = Object.fromEntries(new URL(request.url).searchParams);
      this.calls.push(`GET /operations ${kind} ${name}`.trim());
      return HttpResponse.json({ operation: { kind, name, statusPath }, status: this.status, error: this.error });
    }),
    http.put<{ name: string }, CreateRequest>(`${RESOURCES}/endpoints/:name`, async ({ params: { name }, request }) => {
      const body = await request.json();
      const taken = this.endpoints.has(name);
      if (taken && this.meetings.length === 0) {
        this.calls.push(`PUT ${name}`);
        return HttpResponse.json({ code: 'endpoint_exists', message: `There is ${name} already.` }, { status: 409 });
      }
      return this.write('create', name, 'PUT', () => {
        const fields = { ...body, name, connectionState: 'Pending', privateIp: '', connectionDescription: '' };
        this.endpoints.set(name, sampleEndpoint(fields));
      });
    }),
    http.patch<{ name: string }, Partial<Endpoint>>(`${RESOURCES}/endpoints/:name`, async ({ params, request }) => {
      const body = await request.json();
      return this.write('update', params.name, 'PATCH', () => {
        const before = this.endpoints.get(params.name);
        if (before) {
          this.endpoints.set(params.name, { ...before, ...body });
        }
      });
    }),
    http.delete<{ name: string }>(`${RESOURCES}/endpoints/:name`, ({ params }) =>
      this.write('delete', params.name, 'DELETE', () => this.endpoints.delete(params.name))
    ),
    http.post(`${RESOURCES}/refresh`, () => this.write('refresh', '', 'POST /refresh', () => undefined)),
  ];

  private write(kind: string, name: string, method: string, take: () => void) {
    this.calls.push(`${method} ${name}`.trim());
    const meeting = this.meetings.shift();
    if (typeof meeting === 'object') {
      return HttpResponse.json({ ...meeting.failure }, { status: meeting.status });
    }
    if (meeting !== 'lostBefore') {
      take();
    }
    if (meeting) {
      return HttpResponse.error();
    }
    this.status = 'running';
    return HttpResponse.json({ operation: { kind, name, statusPath: `/status/${kind}` } }, { status: 202 });
  }
}
