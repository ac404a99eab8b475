import * as z from 'zod/mini';
import { readField } from '../domain/address/addressAdapters';
import { type DataSource, isDataSource } from '../domain/address/dataSource';
import { readHealth } from '../domain/health/healthAnswer';
import { type JsonValue } from '../domain/json';
import { type DataSourceAccess, type DataSourceClient } from './dataSources';
import { request } from './request';

const text = z.string();

/** A data source whole, as the workspace's Grafana answered it, without secrets. */
const dataSource = z.custom<DataSource>((value) => isDataSource(value as JsonValue), 'Not a data source');

export const dataSourcesAnswer = z.object({ dataSources: z.array(dataSource) });

/** `unsafeNumbers` as the backend found them in the raw text; it keeps them when it writes. */
export const dataSourceAnswer = z.object({ dataSource, mayWrite: z.boolean() });

export const filledAnswer = z.object({ dataSource, receipt: text });

export const healthAnswer = z.object({ status: z.number(), body: z.json() });

export const accessAnswer = z.object({
  who: text,
  read: z.boolean(),
  write: z.boolean(),
  create: z.boolean(),
  missing: text,
}) satisfies z.ZodMiniType<DataSourceAccess>;

const one = (uid: string, action = '') => `/datasources/${encodeURIComponent(uid)}${action}`;

/** The data sources of the workspace's own Grafana, through the closed routes of our backend. */
export const towerDataSources: DataSourceClient = {
  async list() {
    return (await request('/datasources', dataSourcesAnswer)).dataSources;
  },

  async read(uid) {
    return { unsafeNumbers: [], ...(await request(one(uid), dataSourceAnswer)) };
  },

  async fill({ dataSource: before, endpoint, field, value }) {
    const { uid, name, version = 0 } = before;
    const answer = await request(one(uid, '/fill'), filledAnswer, {
      method: 'POST',
      body: { version, endpoint, field, value },
    });
    const written = answer.dataSource.version;
    const receipt = {
      uid,
      name,
      field,
      before: readField(before, field),
      after: value,
      version: typeof written === 'number' ? written : 0,
      at: Date.now(),
      sealed: answer.receipt,
    };
    return { dataSource: answer.dataSource, receipt };
  },

  async undo(receipt) {
    const body = { receipt: receipt.sealed };
    return (await request(one(receipt.uid, '/undo'), dataSourceAnswer, { method: 'POST', body })).dataSource;
  },

  async create(body) {
    return (await request('/datasources', dataSourceAnswer, { method: 'POST', body })).dataSource;
  },

  async health(uid) {
    const { status, body } = await request(one(uid, '/health'), healthAnswer, { method: 'POST', body: {} });
    return readHealth(status, body);
  },

  access: () => request('/grafana-access', accessAnswer),
};
