import { type AddressChange } from '../domain/address/address';
import { type DataSource } from '../domain/address/dataSource';
import { type UnsafeNumber } from '../domain/address/unsafeNumbers';
import { type Endpoint } from '../domain/endpoint';
import { type Failure } from '../domain/failure';
import { type DataSourceAccess } from '../domain/dataSourceAccess';
import { type Dependents } from '../domain/dependents';
import { type NewDataSourceInput } from '../domain/fillIn/newDataSource';
import { type FillReceipt } from '../domain/fillIn/undo';
import { type HealthAnswer } from '../domain/health/healthAnswer';
import { isJsonObject } from '../domain/json';

/** Which data source, by both of its names. */
export type NamedSource = Pick<DataSource, 'uid' | 'name'>;

/** A data source, read by its uid. */
export interface DataSourceRead {
  /** As Grafana answered it: this is what is written back. */
  dataSource: DataSource;
  /** Numbers in it that a browser can't hold; then it isn't written from here. */
  unsafeNumbers: UnsafeNumber[];
  /** False where the right to change it is missing. */
  mayWrite: boolean;
}

/** One change of an address. */
export interface FillRequest {
  /** As it was read and shown. */
  dataSource: DataSource;
  /** Whose host is filled in, as it was seen. */
  endpoint: Endpoint;
  change: AddressChange;
}

/** A data source that was written. */
export interface Written {
  dataSource: DataSource;
  /** What became of the endpoint meanwhile, where the new address may lead to someone else. */
  endpointChanged?: Failure;
}

/** A change that was written. */
interface Filled extends Written {
  receipt: FillReceipt;
}

/** A data source to create over an endpoint. */
export interface CreateDataSourceRequest extends NewDataSourceInput {
  /** As it was seen. */
  endpoint: Endpoint;
}

/** The data sources of one place. Every call throws BackendError. */
export interface DataSourceClient {
  /** All of them, in the short form without version: good to match, not to write back. */
  list(signal?: AbortSignal): Promise<DataSource[]>;
  /** One of them whole; code `datasource_not_found` when it is gone. */
  read(uid: string, signal?: AbortSignal): Promise<DataSourceRead>;
  /** Changes one address; code `datasource_conflict` when someone else was faster: then nothing was written. */
  fill(request: FillRequest): Promise<Filled>;
  /** Takes a change back; code `receipt_stale` when someone changed the data source since. */
  undo(receipt: FillReceipt): Promise<DataSource>;
  create(request: CreateDataSourceRequest): Promise<Written>;
  /** The data source's own health check, past Grafana's cache. */
  health(uid: string, signal?: AbortSignal): Promise<HealthAnswer>;
  access(signal?: AbortSignal): Promise<DataSourceAccess>;
  /** What uses some data sources, as far as it may be seen. */
  dependents(sources: readonly NamedSource[], signal?: AbortSignal): Promise<Dependents>;
}

/**
 * Takes the caller's rights out of a data source that was read with them: they belong to the question, not to the data
 * source, and aren't written back. Where Grafana tells none, the write decides.
 */
export function splitRights(answer: DataSource): { dataSource: DataSource; mayWrite: boolean } {
  const { accessControl, ...dataSource } = answer;
  const mayWrite = !isJsonObject(accessControl) || accessControl['datasources:write'] === true;
  return { dataSource: dataSource as DataSource, mayWrite };
}
