import { http, HttpResponse, type JsonBodyType } from 'msw';
import { type ActivityLog } from '../domain/activity';
import { type RightAnswer, type TargetAnswer } from '../api/targets';
import { type PendingApproval } from '../domain/approval/pendingApproval';
import { type DataSource } from '../domain/address/dataSource';
import { type UnsafeNumber } from '../domain/address/unsafeNumbers';
import { type DataSourceAccess } from '../domain/dataSourceAccess';
import { type Dependents } from '../domain/dependents';
import { type Operation, type OperationProgress } from '../domain/changes/operation';
import { type Failure } from '../domain/failure';
import { type FollowedTarget, type Following } from '../domain/following';
import { type JsonValue } from '../domain/json';
import { type Endpoint } from '../domain/endpoint';
import { type EndpointStateAnswer } from '../domain/endpointState';
import { type FoundTargets } from '../domain/target';
import { type Workspace, type WorkspaceSummary } from '../domain/workspace';
import { PLUGIN_ID } from '../constants';
import { type SetupAnswer, type SignInOptions } from '../domain/settings/setup';
import { demoAccess, demoEndpoints, demoSetup, demoSignIn, demoWorkspace, demoWorkspaces } from './fixtures';

const RESOURCES = `*/api/plugins/${PLUGIN_ID}/resources`;

interface DataSourceAnswer {
  dataSource: DataSource;
  unsafeNumbers: UnsafeNumber[];
  receipt?: string;
  endpointChanged?: Failure;
}

interface HealthAnswer {
  status: 'ok' | 'error' | 'unknown' | 'missing';
  message: string;
  messageId: string;
  details?: JsonValue;
  httpStatus: number;
  reachedFrom: string;
}

/** Every route that the front end calls, with the method it calls it by and what it answers. */
interface Answers {
  'GET /workspace': { workspace: Workspace };
  'GET /endpoints': { endpoints: Endpoint[] };
  'GET /activity': ActivityLog;
  'GET /states': { endpoints: EndpointStateAnswer[] };
  'GET /endpoints/:name': { endpoint: Endpoint };
  'PUT /endpoints/:name': { operation: Operation };
  'PATCH /endpoints/:name': { operation: Operation };
  'DELETE /endpoints/:name': { operation: Operation };
  'GET /endpoints/:name/connection': FollowedTarget;
  'GET /endpoints/:name/approval': PendingApproval;
  'POST /endpoints/:name/approval': { operation: Operation };
  'POST /follow': Following;
  'POST /refresh': { operation: Operation };
  'POST /operations': { operation: Operation } & OperationProgress;
  'GET /authentication': SignInOptions;
  'GET /workspaces': { workspaces: WorkspaceSummary[] };
  'GET /setup': SetupAnswer;
  'GET /targets': FoundTargets;
  'GET /target': TargetAnswer;
  'GET /permissions': { permissions: RightAnswer[] };
  'GET /datasources': { dataSources: DataSource[] };
  'GET /datasources/:uid': DataSourceAnswer;
  'POST /datasources': DataSourceAnswer;
  'POST /datasources/:uid/fill': DataSourceAnswer;
  'POST /datasources/:uid/undo': DataSourceAnswer;
  'POST /datasources/:uid/health': HealthAnswer;
  'GET /grafana-access': DataSourceAccess;
  'GET /dependents': Dependents;
}

export type Route = keyof Answers;

function on(route: Route, answer: () => HttpResponse<JsonBodyType> | Promise<HttpResponse<JsonBodyType>>) {
  const [method = '', path = ''] = route.split(' ');
  const verb = { GET: http.get, PUT: http.put, POST: http.post, PATCH: http.patch, DELETE: http.delete }[method];
  if (!verb) {
    throw new Error(`no such method: ${method}`);
  }
  return verb(RESOURCES + path, answer);
}

/** Grafana's own store of the app's settings: answers what `stored` says, and takes what is saved into it. */
export function settingsStore(stored: { enabled: boolean; pinned: boolean; jsonData: object; secrets: string[] }) {
  const url = `*/api/plugins/${PLUGIN_ID}/settings`;
  return [
    http.get(url, () => {
      const secureJsonFields = Object.fromEntries(stored.secrets.map((key) => [key, true]));
      return HttpResponse.json({ ...stored, secrets: undefined, secureJsonFields });
    }),
    http.post<never, { enabled: boolean; pinned: boolean; jsonData: object; secureJsonData?: object }>(
      url,
      async ({ request }) => {
        const { secureJsonData = {}, ...saved } = await request.json();
        const untouched = stored.secrets.filter((key) => !(key in secureJsonData));
        const set = Object.entries(secureJsonData).filter(([, value]) => value !== '');
        Object.assign(stored, saved, { secrets: [...untouched, ...set.map(([key]) => key)] });
        return HttpResponse.json({ message: 'Plugin settings updated' });
      }
    ),
  ];
}

/** The route answers well. */
export function answers<R extends Route>(route: R, body: Answers[R]) {
  return on(route, () => HttpResponse.json(body));
}

/** The route fails as the backend does. */
export function fails(route: Route, status: number, failure: Failure) {
  return on(route, () => HttpResponse.json({ ...failure }, { status }));
}

/** The route never answers. */
export function hangs(route: Route) {
  return on(route, () => new Promise(() => undefined));
}

/** Following answers what the list does, and that nothing else is known. */
async function followed(list: URL) {
  const answer = await fetch(list);
  if (!answer.ok) {
    return answer;
  }
  const { endpoints } = (await answer.json()) as Answers['GET /endpoints'];
  const refresh: Following['refresh'] = { automatic: 'decided', startedNow: false, because: [] };
  return HttpResponse.json({ endpoints, targets: [], refresh });
}

export const handlers = [
  http.get('*/img/icons/*', () => new HttpResponse('<svg xmlns="http://www.w3.org/2000/svg" />')),
  answers('GET /workspace', { workspace: demoWorkspace }),
  answers('GET /endpoints', { endpoints: demoEndpoints }),
  http.post(`${RESOURCES}/follow`, ({ request }) => followed(new URL('endpoints', request.url))),
  answers('GET /activity', { changes: [], since: '2026-09-01T12:00:00Z', complete: true }),
  answers('GET /authentication', demoSignIn),
  answers('GET /workspaces', { workspaces: demoWorkspaces }),
  answers('GET /setup', demoSetup),
  http.get('*/api/datasources', () => HttpResponse.json([])),
  answers('GET /datasources', { dataSources: [] }),
  answers('GET /grafana-access', demoAccess),
  answers('GET /dependents', { dashboards: 0, alertRules: 0 }),
  ...settingsStore({ enabled: true, pinned: true, jsonData: {}, secrets: [] }),
];
