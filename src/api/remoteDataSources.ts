import * as z from 'zod/mini';
import { type DataSource, isDataSource, listedDataSources } from '../domain/address/dataSource';
import { type DataSourceAccess } from '../domain/dataSourceAccess';
import { type Dependents } from '../domain/dependents';
import { choosesScheme, newDataSource } from '../domain/fillIn/newDataSource';
import { changedAuthorities, makeReceipt } from '../domain/fillIn/undo';
import { readHealth } from '../domain/health/healthAnswer';
import { type JsonValue } from '../domain/json';
import { type DataSourceClient, type DataSourceRead, splitRights } from './dataSourceClient';
import { BackendError, failureSchema } from './errors';
import { request } from './request';
import { text } from './text';

/** A data source as the workspace's Grafana answered it, secrets excepted; its members are Grafana's own. */
const dataSource = z.custom<DataSource>((value) => isDataSource(value as JsonValue), 'Not a data source');

export const dataSourcesAnswer = z.object({
  dataSources: z.pipe(
    z.array(z.custom<JsonValue>()),
    z.transform((found: JsonValue[]) => listedDataSources(found))
  ),
});

export const dataSourceAnswer = z.object({
  dataSource,
  unsafeNumbers: z.array(z.object({ key: text, text })),
  /** Sealed; only after a change. */
  receipt: z.optional(text),
  createdAt: z.optional(text),
  endpointChanged: z.optional(failureSchema),
});

export const dataSourceHealthAnswer = z.object({
  status: z.enum(['ok', 'error', 'unknown', 'missing']),
  message: text,
  messageId: text,
  details: z.optional(z.json()),
  httpStatus: z.number(),
  reachedFrom: text,
});

const count = z.nullable(z.number());

export const dependentsAnswer = z.object({ dashboards: count, alertRules: count }) satisfies z.ZodMiniType<Dependents>;

const right = z.enum(['yes', 'no', 'unknown']);

export const accessAnswer = z.object({
  origin: text,
  signIn: z.enum(['identity', 'token']),
  publicAccess: z.boolean(),
  reachable: z.boolean(),
  role: text,
  permissions: z.object({ read: right, query: right, create: right, write: right, delete: right }),
  error: z.optional(failureSchema),
}) satisfies z.ZodMiniType<DataSourceAccess>;

const one = (uid: string, action = '') => `/datasources/${encodeURIComponent(uid)}${action}`;
const post = (path: string, body: object) => request(path, dataSourceAnswer, { method: 'POST', body });

/** The data sources of the workspace's own Grafana, through the closed routes of our backend. */
export const remoteDataSources: DataSourceClient = {
  async list(signal) {
    return (await request('/datasources', dataSourcesAnswer, { signal })).dataSources;
  },

  async read(uid, signal) {
    return readAnswer(await request(one(uid), dataSourceAnswer, { signal }));
  },

  async fill({ dataSource, endpoint, change }) {
    const { uid, version = 0 } = dataSource;
    const authorities = changedAuthorities(dataSource, change);
    const { name, createdAt } = endpoint;
    const answer = await post(one(uid, '/fill'), { endpoint: name, createdAt, version, ...change });
    const { dataSource: now } = readAnswer(answer);
    const receipt = makeReceipt(now, authorities, answer.receipt ?? '');
    return { dataSource: now, receipt, endpointChanged: answer.endpointChanged };
  },

  async undo({ uid, sealed }) {
    return readAnswer(await post(one(uid, '/undo'), { receipt: sealed })).dataSource;
  },

  async create({ endpoint, ...input }) {
    const made = newDataSource(input);
    if (!made.ok) {
      throw new BackendError({ code: 'invalid_request', ...made.problem }, 0);
    }
    const { type, host, port, scheme } = input;
    const body = { type, name: input.name.trim(), endpoint: endpoint.name, createdAt: endpoint.createdAt, host };
    const chosen = { ...(port && { port: Number(port) }), ...(choosesScheme(type) && { scheme }) };
    const answer = await post('/datasources', { ...body, ...chosen });
    return { dataSource: readAnswer(answer).dataSource, endpointChanged: answer.endpointChanged };
  },

  async health(uid, signal) {
    const {
      status,
      httpStatus,
      message,
      messageId,
      details = null,
    } = await request(one(uid, '/health'), dataSourceHealthAnswer, { method: 'POST', body: {}, signal });
    return { ...readHealth(httpStatus, { message, messageId, details }), status };
  },

  access: (signal) => request('/grafana-access', accessAnswer, { signal }),

  dependents: (sources, signal) =>
    request('/dependents', dependentsAnswer, { params: { uids: sources.map(({ uid }) => uid).join() }, signal }),
};

function readAnswer(answer: z.infer<typeof dataSourceAnswer>): DataSourceRead {
  return { ...splitRights(answer.dataSource), unsafeNumbers: answer.unsafeNumbers };
}
