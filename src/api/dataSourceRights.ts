import { type DataSource } from '../domain/address/dataSource';
import { isJsonObject } from '../domain/json';

/**
 * Takes the caller's rights out of a data source that was read with them: they belong to the question, not to the data
 * source, and aren't written back. Where Grafana tells none, the write decides.
 */
export function splitRights(answer: DataSource): { dataSource: DataSource; mayWrite: boolean } {
  const { accessControl, ...dataSource } = answer;
  const mayWrite = !isJsonObject(accessControl) || accessControl['datasources:write'] === true;
  return { dataSource: dataSource as DataSource, mayWrite };
}
