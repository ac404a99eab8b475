import { http, HttpResponse, type PathParams } from 'msw';
import { PLUGIN_ID } from '../constants';
import { type PendingApproval } from '../domain/approval/pendingApproval';
import { type Operation, type OperationProgress } from '../domain/changes/operation';
import { applyTagDifference } from '../domain/changes/tagDifference';
import { type CreateRequest } from '../domain/create/createRequest';
import { findRequestCode } from '../domain/create/requestCode';
import { type Endpoint } from '../domain/endpoint';
import { type Failure } from '../domain/failure';
import { type FollowedTarget, type Following } from '../domain/following';
import { isAwaited } from '../domain/state/status';
import { sampleEndpoint } from '../domain/testing/sampleEndpoint';

const RESOURCES = `*/api/plugins/${PLUGIN_ID}/resources`;

/** What Azure signs the status path of an operation with. */
export const SIGNATURE = 'a-signature';

/** How the backend meets the next write: as it should, with a failure, or with an answer that gets lost. */
type Meeting = { status: number; failure: Failure } | 'lostAfter' | 'lostBefore';

interface Sent {
  createdAt: string;
  decision: 'approve' | 'reject';
  comment: string;
}

interface PatchBody {
  createdAt: string;
  tags?: { seen: Endpoint['tags']; wanted: Endpoint['tags'] };
  domainName?: { seen: string; wanted: string };
}

/**
 * A workspace behind our backend's routes, for tests of what follows a write. An operation runs until `finish` is
 * called; each call is noted as "METHOD /path".
 */
export class FakeWorkspace {
  readonly endpoints = new Map<string, Endpoint>();
  readonly calls: string[] = [];
  /** How the next writes are met, in turn. */
  readonly meetings: Meeting[] = [];
  /** What the targets say, by the endpoint's name; without an entry nothing matches. */
  readonly targets = new Map<string, Partial<FollowedTarget>>();
  /** Whether the identity has permission on the targets, or why nothing can be decided on. */
  permission: PendingApproval['permission'] | Failure = { state: 'granted', action: '', role: '' };
  /** What following tells of the refresh, besides the last one that was started. */
  refresh: Partial<Following['refresh']> = {};
  /** Tags that someone else set while a change was under way, as the backend tells of the next ones. */
  overwritten: Record<string, string> | undefined;
  /** Decisions that the targets haven't applied yet. */
  private readonly decisions: Array<() => void> = [];
  private lastRefresh: Operation | undefined;
  private held = Promise.resolve();
  private status: OperationProgress['status'] = 'running';
  private error: Failure | undefined;

  constructor(endpoints: Endpoint[]) {
    endpoints.forEach((endpoint) => this.endpoints.set(endpoint.name, endpoint));
  }

  /** Ends the operations that run. */
  finish(status: OperationProgress['status'] = 'succeeded', error?: Failure): void {
    if (status === 'succeeded') {
      this.decisions.splice(0).forEach((decide) => decide());
    }
    this.status = status;
    this.error = error;
  }

  /** Lets no write be answered until what it gives back is called. */
  hold(): () => void {
    let goOn: () => void = () => undefined;
    this.held = new Promise((resolve) => (goOn = resolve));
    return goOn;
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
      return HttpResponse.json(this.targetOf(name));
    }),
    http.post(`${RESOURCES}/follow`, () => {
      this.calls.push('POST /follow');
      const endpoints = [...this.endpoints.values()];
      const targets = endpoints.filter(isAwaited).map(({ name }) => this.targetOf(name));
      const last = this.lastRefresh && { lastOperation: this.lastRefresh, lastStartedAt: new Date().toISOString() };
      const refresh = { automatic: 'decided', startedNow: false, because: [], ...last, ...this.refresh };
      return HttpResponse.json({ endpoints, targets, refresh });
    }),
    http.post<PathParams, Operation>(`${RESOURCES}/operations`, async ({ request }) => {
      const operation = await request.json();
      this.calls.push(`POST /operations ${operation.kind} ${operation.name}`.trim());
      return HttpResponse.json({ operation, status: this.status, error: this.error });
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
    http.patch<{ name: string }, PatchBody>(`${RESOURCES}/endpoints/:name`, async ({ params, request }) => {
      const body = await request.json();
      const before = this.endpoints.get(params.name);
      const tags = body.tags && before ? { tags: applyTagDifference(before.tags, body.tags) } : {};
      const domainName = body.domainName ? { domainName: body.domainName.wanted } : {};
      const take = () => before && this.endpoints.set(params.name, { ...before, ...tags, ...domainName });
      return this.write('update', params.name, 'PATCH', take, body);
    }),
    http.delete<{ name: string }, Partial<Endpoint>>(`${RESOURCES}/endpoints/:name`, async ({ params, request }) => {
      const take = () => this.endpoints.delete(params.name);
      return this.write('delete', params.name, 'DELETE', take, await request.json());
    }),
    http.get(`${RESOURCES}/endpoints/:name/approval`, ({ params }) => {
      const name = String(params.name);
      this.calls.push(`GET /endpoints/${name}/approval`);
      const approval = this.approval(name);
      return 'code' in approval && 'message' in approval
        ? HttpResponse.json({ ...approval }, { status: 409 })
        : HttpResponse.json({ ...approval });
    }),
    http.post<{ name: string }, Sent>(
      `${RESOURCES}/endpoints/:name/approval`,
      async ({ params: { name }, request }) => {
        const body = await request.json();
        return this.write(
          body.decision,
          name,
          `POST ${body.decision}`,
          () => this.decisions.push(() => this.decide(name, body)),
          body
        );
      }
    ),
    http.post(`${RESOURCES}/refresh`, () => this.write('refresh', '', 'POST /refresh', () => undefined)),
  ];

  private approval(name: string): PendingApproval | Failure {
    const endpoint = this.endpoints.get(name);
    if (!('state' in this.permission)) {
      return this.permission;
    }
    const connection = this.targets.get(name)?.connection;
    return {
      createdAt: endpoint?.createdAt ?? '',
      requestedBy: 'ada@contoso.com',
      requestMessage: endpoint?.requestMessage ?? '',
      code: findRequestCode(endpoint?.requestMessage ?? ''),
      targetId: endpoint?.targetId ?? '',
      connectionId: connection?.id ?? '',
      connectionName: connection?.name ?? '',
      privateEndpointId: `/subscriptions/9/resourceGroups/amg/providers/Microsoft.Network/privateEndpoints/grafana-contoso-${name}`,
      documented: true,
      permission: this.permission,
    };
  }

  private decide(name: string, { decision, comment }: Sent): void {
    const target = this.targets.get(name);
    if (target?.connection) {
      const status = decision === 'approve' ? 'Approved' : 'Rejected';
      this.targets.set(name, { ...target, connection: { ...target.connection, status, description: comment } });
    }
  }

  private targetOf(name: string): FollowedTarget {
    const connection = { privateEndpointId: '', groupIds: [] };
    const { connection: own, ...target } = this.targets.get(name) ?? {};
    return {
      ...{ name, grade: 'unknown', reason: 'No connection matches.', readAt: new Date().toISOString() },
      ...target,
      ...(own && { connection: { ...connection, ...own } }),
    };
  }

  /** A change of the endpoint that was `seen`: another one under its name is left alone, as the backend does. */
  private async write(
    kind: Operation['kind'],
    name: string,
    method: string,
    take: () => unknown,
    seen?: { createdAt?: string }
  ) {
    this.calls.push(`${method} ${name}`.trim());
    await this.held;
    const meeting = this.meetings.shift();
    if (typeof meeting === 'object') {
      return HttpResponse.json({ ...meeting.failure }, { status: meeting.status });
    }
    const now = this.endpoints.get(name);
    if (!meeting && seen && now && now.createdAt !== seen.createdAt) {
      const message = `The endpoint ${name} was replaced by another one at ${now.createdAt}, so nothing was changed.`;
      return HttpResponse.json({ code: 'endpoint_replaced', message }, { status: 409 });
    }
    if (meeting !== 'lostBefore') {
      take();
    }
    if (meeting) {
      return HttpResponse.error();
    }
    this.status = 'running';
    const createdAt = this.endpoints.get(name)?.createdAt ?? '';
    const operation = { kind, name, statusPath: `/status/${kind}/${this.calls.length}?s=${SIGNATURE}`, createdAt };
    this.lastRefresh = kind === 'refresh' ? operation : this.lastRefresh;
    return HttpResponse.json({ operation, overwritten: this.overwritten }, { status: 202 });
  }
}
