import { AppEvents, type AppPlugin, PluginContextProvider } from '@grafana/data';
import { config, getAppEvents, locationSearchToObject } from '@grafana/runtime';
import { Alert, ErrorBoundaryAlert, LoadingPlaceholder } from '@grafana/ui';
import { useLocation } from 'grafana:react-router-dom-v5-compat';
import React, { Suspense, useEffect } from 'react';

/** /a/:id/*: the plugin's root page. */
export function AppPage({ plugin }: { plugin: AppPlugin }) {
  const { pathname, search } = useLocation();
  const isOff = plugin.meta.enabled === false;
  useEffect(() => {
    if (isOff) {
      getAppEvents().publish({ type: AppEvents.alertError.name, payload: ['Application Not Enabled'] });
    }
  }, [isOff]);

  const Root = plugin.root;
  if (!Root || isOff) {
    return null;
  }
  if (isRefused(plugin, pathname)) {
    return (
      <Alert severity="warning" title="Access denied">
        You do not have permission to see this page.
      </Alert>
    );
  }
  return (
    <PluginContextProvider meta={plugin.meta}>
      <ErrorBoundaryAlert title="The plugin failed to render" style="page">
        <Suspense fallback={<LoadingPlaceholder text="Loading page" />}>
          <Root
            meta={plugin.meta}
            basename={pathname}
            path={pathname}
            query={locationSearchToObject(search)}
            onNavChanged={() => undefined}
          />
        </Suspense>
      </ErrorBoundaryAlert>
    </PluginContextProvider>
  );
}

/** Grafana refuses a page only when an include names its exact path: a plugin has to look for itself. */
function isRefused({ meta }: AppPlugin, pathname: string): boolean {
  const { orgRole, isGrafanaAdmin } = config.bootData.user;
  const { role } = meta.includes?.find(({ path }) => path === pathname) ?? {};
  const isOpen = !role || role === orgRole || (role === 'Viewer' && orgRole === 'Editor');
  return !isGrafanaAdmin && orgRole !== 'Admin' && !isOpen;
}
