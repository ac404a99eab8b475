import { type AppPlugin, PluginContextProvider, type PluginInclude } from '@grafana/data';
import { config, locationSearchToObject } from '@grafana/runtime';
import { Alert, ErrorBoundaryAlert, LoadingPlaceholder } from '@grafana/ui';
import { useLocation, useParams } from 'grafana:react-router-dom-v5-compat';
import React, { Suspense } from 'react';

import { PluginPage } from '../PluginPage';
import { usePlugin } from '../services/usePlugin';
import { NotFoundPage } from './NotFoundPage';
import { PluginFailure } from './PluginFailure';

/** /a/:id/*: the plugin's root page. */
export function AppPage() {
  const { id } = useParams();
  const { pathname, search } = useLocation();
  const { plugin, error } = usePlugin(id);

  if (error) {
    return <PluginFailure error={error} />;
  }
  if (!plugin) {
    return <LoadingPlaceholder text="Loading the plugin" />;
  }
  const Root = plugin.root;
  if (!Root || !plugin.meta.enabled) {
    return <NotFoundPage />;
  }
  if (isRefused(plugin, pathname)) {
    return (
      <PluginPage pageNav={{ text: plugin.meta.name }}>
        <Alert severity="warning" title="Access denied">
          You do not have permission to see this page.
        </Alert>
      </PluginPage>
    );
  }
  return (
    <PluginContextProvider meta={plugin.meta}>
      <ErrorBoundaryAlert title="The plugin failed" style="page">
        <Suspense fallback={<LoadingPlaceholder text="Loading the page" />}>
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
  const include = meta.includes?.find(({ path }) => path === pathname);
  return !isGrafanaAdmin && !roleOpens(include, orgRole);
}

function roleOpens(include: PluginInclude | undefined, role: string): boolean {
  const ranks = ['None', 'Viewer', 'Editor', 'Admin'];
  return !include || ranks.indexOf(role) >= ranks.indexOf(include.role || 'Viewer');
}
