import { locationUtil, setLocale, setTimeZoneResolver, setWeekStart, EventBusSrv, OrgRole } from '@grafana/data';
import * as runtime from '@grafana/runtime';
import * as unstable from '@grafana/runtime/unstable';
import i18next from 'grafana:i18next';
import { initReactI18next } from 'grafana:react-i18next';

import { BackendService } from './backendService';
import { DataSourceService } from './dataSourceService';
import { templateService } from './templateService';

/** The bus that plugins reach by getAppEvents(). */
export const appEvents = new EventBusSrv();

const noLinks = { links: [], isLoading: false };
const noComponents = { components: [], isLoading: false };
const noComponent = { component: null, isLoading: false };
const noFunctions = { functions: [], isLoading: false };

/** Gives @grafana/runtime the services that Grafana's own start-up gives it. */
export function connectRuntime(): void {
  const { user } = runtime.config.bootData;
  runtime.setAppEvents(appEvents);
  runtime.setEchoSrv({ flush: () => undefined, addBackend: () => undefined, addEvent: () => undefined });
  runtime.setBackendSrv(new BackendService());
  runtime.setLocationSrv(runtime.locationService);
  runtime.setTemplateSrv(templateService);
  runtime.setDataSourceSrv(new DataSourceService());
  runtime.setCurrentUser({ ...user, orgRole: user.orgRole || OrgRole.None, permissions: user.permissions ?? {} });
  runtime.setPluginLinksHook(() => noLinks);
  runtime.setPluginComponentHook(() => noComponent);
  runtime.setPluginComponentsHook(() => noComponents);
  runtime.setPluginFunctionsHook(() => noFunctions);
  runtime.setReturnToPreviousHook(() => () => undefined);
  runtime.setChromeHeaderHeightHook(() => 40);
  runtime.setMegaMenuOpenHook(() => [false, () => undefined]);
  runtime.setHelpNavItemHook(() => undefined);

  // From Grafana 13 on, queries of data sources want their logger.
  if ('initializeLoggersRegistry' in unstable && typeof unstable.initializeLoggersRegistry === 'function') {
    unstable.initializeLoggersRegistry();
  }

  setLocale('en-US');
  setWeekStart('browser');
  setTimeZoneResolver(() => 'browser');
  locationUtil.initialize({
    config: runtime.config.bootData.settings,
    getTimeRangeForUrl: () => ({ from: 'now-6h', to: 'now' }),
    getVariablesUrlParams: () => ({}),
  });
}

/** @grafana packages translate by i18next; without resources their English defaults show. */
export async function startTranslations(): Promise<void> {
  await i18next.use(initReactI18next).init({ lng: 'en-US', resources: {}, returnEmptyString: false });
}
