import { type StoredDataSource } from './dataSources';

/** What a data source's own health check says. */
export interface DataSourceHealth {
  status: 'OK' | 'ERROR' | 'UNKNOWN';
  message: string;
  details?: Record<string, unknown>;
  /** What a query tells instead, where the check keeps the reason to the server's log. */
  reason?: string;
}

/** Runs a health check; undefined when the data source's type has no backend to ask. */
export type DataSourceHealthCheck = (source: StoredDataSource) => Promise<DataSourceHealth | undefined>;

/** A Grafana without data source backends. */
export const noDataSourceBackends: DataSourceHealthCheck = async () => undefined;
