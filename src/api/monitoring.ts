import * as z from 'zod/mini';
import { type JsonObject } from '../domain/json';
import { grafanaRequest } from './request';

const created = z.object({ datasource: z.object({ uid: z.string() }) });

/** Adds a data source to this Grafana with the user's own rights, and answers its uid; HTTP 409 where the name or uid is taken. */
export async function addDataSource(dataSource: JsonObject): Promise<string> {
  return (await grafanaRequest(created, { url: '/api/datasources', method: 'POST', data: dataSource })).datasource.uid;
}
