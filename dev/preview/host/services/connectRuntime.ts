import { locationUtil, setLocale, setTimeZoneResolver, setWeekStart } from '@grafana/data';
import * as runtime from '@grafana/runtime';

import { appEvents } from './appEvents';
import { BackendService } from './backendService';
import { DataSourceService } from './dataSourceService';
import { currentUser } from './currentUser';
import { plainTemplates } from './plainTemplates';

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
