import {
  type CurrentUser,
  type DataSourceApi,
  type DataSourceInstanceSettings,
  type DataSourceRef,
  locationUtil,
  OrgRole,
  setLocale,
  setTimeZoneResolver,
  setWeekStart,
} from '@grafana/data';
import * as runtime from '@grafana/runtime';
import {
  config,
  type DataSourceSrv,
  DataSourceWithBackend,
  getBackendSrv,
  type GetDataSourceListFilters,
  type TemplateSrv,
} from '@grafana/runtime';
import { appEvents } from './appEvents';
import { BackendService } from './backendService';

const noLinks = { links: [], isLoading: false };
const noComponents = { components: [], isLoading: false };
const noComponent = { component: null, isLoading: false };
const noFunctions = { functions: [], isLoading: false };

/** Gives @grafana/runtime the services that Grafana's own start-up gives it. */
export function connectRuntime(): void {
  runtime.setAppEvents(appEvents);
  runtime.setEchoSrv({ flush: () => undefined, addBackend: () => undefined, addEvent: () => undefined });
  runtime.setBackendSrv(new BackendService());
  runtime.setLocationSrv(runtime.locationService);
  runtime.setTemplateSrv(plainTemplates);
  runtime.setDataSourceSrv(new DataSourceService());
  runtime.setCurrentUser(currentUser());
  runtime.setPluginLinksHook(() => noLinks);
  runtime.setPluginComponentHook(() => noComponent);
  runtime.setPluginComponentsHook(() => noComponents);
  runtime.setPluginFunctionsHook(() => noFunctions);
  runtime.setReturnToPreviousHook(() => () => undefined);
  runtime.setChromeHeaderHeightHook(() => 40);
  runtime.setMegaMenuOpenHook(() => [false, () => undefined]);
  runtime.setHelpNavItemHook(() => undefined);

  setLocale('en-US');
  setWeekStart('browser');
  setTimeZoneResolver(() => 'browser');
  locationUtil.initialize({
    config: runtime.config.bootData.settings,
    getTimeRangeForUrl: () => ({ from: 'now-6h', to: 'now' }),
    getVariablesUrlParams: () => ({}),
  });
}

/** The user of the boot data in the form that runtime's permission helpers read. */
function currentUser(): CurrentUser {
  const { user } = config.bootData;
  return { ...user, orgRole: user.orgRole || OrgRole.None, permissions: user.permissions ?? {} };
}

/**
 * The data sources of the boot data (Grafana 12.4.0: public/app/features/plugins/datasource_srv.ts). Each one's own
 * plugin is not here, so all it can do is ask its backend; docs/preview.md says what else is missing.
 */
class DataSourceService implements DataSourceSrv {
  async get(ref?: DataSourceRef | string | null): Promise<DataSourceApi> {
    const settings = this.getInstanceSettings(ref);
    if (!settings) {
      // An object, not an Error, as in Grafana.
      throw { message: `Datasource ${typeof ref === 'string' ? ref : ref?.uid} was not found` };
    }
    return new DataSourceWithBackend(settings);
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

/** There are no dashboards here, so no variables either. */
const plainTemplates: TemplateSrv = {
  getVariables: () => [],
  replace: (target = '') => target,
  containsTemplate: () => false,
  updateTimeRange: () => undefined,
};
