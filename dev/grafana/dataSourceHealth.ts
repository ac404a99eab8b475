import { type StoredDataSource, type DataSources } from './dataSources';

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

/** Grafana keeps a data source's record so long for health checks, whatever was written since (service/cache.go). */
const keptMilliseconds = 5_000;

/** Records of data sources as Grafana's health checks see them. */
export class HealthRecords {
  // A reset brings a new store, and with it no record.
  private readonly kept = new WeakMap<DataSources, Map<string, { source: StoredDataSource; at: number }>>();

  /** @param now tells the time in milliseconds */
  constructor(private readonly now: () => number) {}

  /** The record of up to five seconds ago, or the stored one where `fresh` asks for it; undefined when there is none. */
  read(store: DataSources, uid: string, fresh: boolean): StoredDataSource | undefined {
    const records = this.kept.get(store) ?? new Map<string, { source: StoredDataSource; at: number }>();
    this.kept.set(store, records);
    const record = records.get(uid);
    if (!fresh && record && this.now() - record.at < keptMilliseconds) {
      return record.source;
    }
    const source = store.find(uid);
    if (source) {
      records.set(uid, { source, at: this.now() });
    }
    return source;
  }
}
