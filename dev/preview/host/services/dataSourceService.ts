import { type DataSourceApi, type DataSourceInstanceSettings, type DataSourceRef } from '@grafana/data';
import {
  type DataSourceSrv,
  DataSourceWithBackend,
  type GetDataSourceListFilters,
  config,
  getBackendSrv,
} from '@grafana/runtime';

type DataSourceClass = new (settings: DataSourceInstanceSettings) => DataSourceApi;

async function loadDataSource(module: string): Promise<DataSourceClass> {
  const { plugin } = await System.import(new URL(module, document.baseURI).href);
  return plugin.DataSourceClass;
}

/**
 * The data sources of the boot data (Grafana 12.4.0: public/app/features/plugins/datasource_srv.ts). Of other types
 * than the plugin's own the front end is not here, so all they can do is ask their backend; docs/preview.md says what else is missing.
 */
export class DataSourceService implements DataSourceSrv {
  async get(ref?: DataSourceRef | string | null): Promise<DataSourceApi> {
    const settings = this.getInstanceSettings(ref);
    if (!settings) {
      // An object, not an Error, as in Grafana.
      throw { message: `Datasource ${typeof ref === 'string' ? ref : ref?.uid} was not found` };
    }
    const { module } = settings.meta;
    return module.startsWith('public/')
      ? new (await loadDataSource(module))(settings)
      : new DataSourceWithBackend(settings);
  }

  getList({ filter, type, pluginId }: GetDataSourceListFilters = {}): DataSourceInstanceSettings[] {
    const types = type === undefined ? undefined : [type].flat();
    const lower = ({ name }: DataSourceInstanceSettings) => name.toLowerCase();
    return Object.values(config.datasources)
      .filter((source) => (types ? types.includes(source.type) : true))
      .filter((source) => (pluginId ? source.meta.id === pluginId : true))
      .filter((source) => filter?.(source) ?? true)
      .sort((a, b) => (lower(a) < lower(b) ? -1 : Number(lower(a) > lower(b))));
  }

  getInstanceSettings(ref?: DataSourceRef | string | null): DataSourceInstanceSettings | undefined {
    const given = typeof ref === 'string' ? ref : ref?.uid;
    const wanted = given === undefined || given === 'default' ? config.defaultDatasource : given;
    const all = Object.values(config.datasources);
    return all.find(({ uid }) => uid === wanted) ?? all.find(({ name }) => name === wanted);
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
