import { type DataSourceApi, type DataSourceInstanceSettings, type DataSourceRef } from '@grafana/data';
import {
  type DataSourceSrv,
  DataSourceWithBackend,
  type GetDataSourceListFilters,
  config,
  getBackendSrv,
} from '@grafana/runtime';

/** The data sources of the boot data; each one's own plugin is not here, so all it can do is ask its backend. */
export class DataSourceService implements DataSourceSrv {
  async get(ref?: DataSourceRef | string | null): Promise<DataSourceApi> {
    const settings = this.getInstanceSettings(ref);
    if (!settings) {
      throw new Error(`Datasource ${typeof ref === 'string' ? ref : ref?.uid} was not found`);
    }
    return new DataSourceWithBackend(settings);
  }

  getList({ filter, type, pluginId }: GetDataSourceListFilters = {}): DataSourceInstanceSettings[] {
    const types = type === undefined ? undefined : [type].flat();
    return Object.values(config.datasources)
      .filter((source) => (types ? types.includes(source.type) : true))
      .filter((source) => (pluginId ? source.meta.id === pluginId : true))
      .filter((source) => filter?.(source) ?? true)
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  getInstanceSettings(ref?: DataSourceRef | string | null): DataSourceInstanceSettings | undefined {
    const wanted = (typeof ref === 'string' ? ref : ref?.uid) || config.defaultDatasource;
    return Object.values(config.datasources).find(({ uid, name }) => uid === wanted || name === wanted);
  }

  async reload(): Promise<void> {
    const settings: Pick<typeof config, 'datasources' | 'defaultDatasource'> =
      await getBackendSrv().get('/api/frontend/settings');
    config.datasources = settings.datasources;
    config.defaultDatasource = settings.defaultDatasource;
  }

  registerRuntimeDataSource(): void {
    throw new Error('The preview has no runtime data sources');
  }
}
