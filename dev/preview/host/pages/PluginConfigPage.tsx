import { type AppPlugin, PluginContextProvider } from '@grafana/data';
import { config, getBackendSrv, locationSearchToObject } from '@grafana/runtime';
import { Box, Button, ErrorBoundaryAlert, LoadingPlaceholder, TabContent, toIconName } from '@grafana/ui';
import { useLocation, useParams } from 'grafana:react-router-dom-v5-compat';
import React from 'react';

import { PluginPage } from '../PluginPage';
import { usePlugin } from '../services/usePlugin';
import { PluginFailure } from './PluginFailure';
import { PluginPanel } from './PluginPanel';
import { ReadmeTab } from './ReadmeTab';

/** /plugins/:id: the overview, and the plugin's own configuration tabs for those who may change plugins. */
export function PluginConfigPage() {
  const { id } = useParams();
  const { pathname, search } = useLocation();
  const { plugin, error } = usePlugin(id);

  if (error) {
    return <PluginFailure error={error} />;
  }
  if (!plugin) {
    return <LoadingPlaceholder text="Loading plugin" />;
  }
  const { meta } = plugin;
  const query = locationSearchToObject(search);
  const mayWrite = config.bootData.user.permissions?.['plugins:write'] ?? false;
  const ownPages = mayWrite ? (plugin.configPages ?? []) : [];
  const asked = ownPages.find((page) => page.id === query.page);
  const current = asked ?? (query.page === undefined ? ownPages[0] : undefined);
  const Body = current?.body;
  const enable = mayWrite && !meta.enabled && <Button onClick={() => void enablePlugin(plugin)}>Enable</Button>;
  const tab = (tabId: string, text: string, icon = '') => ({
    text,
    icon: toIconName(icon),
    url: `${pathname}?page=${tabId}`,
    active: tabId === (current?.id ?? 'overview'),
  });
  const children = [
    tab('overview', 'Overview', 'file-alt'),
    ...ownPages.map((page) => tab(page.id, page.title, page.icon)),
  ];

  return (
    <PluginPage
      pageNav={{ text: meta.name, url: pathname, children }}
      subTitle={meta.info.description}
      actions={enable || undefined}
    >
      <Box display="flex" gap={4}>
        <TabContent style={{ background: 'none', width: '100%' }}>
          <PluginContextProvider meta={meta}>
            <ErrorBoundaryAlert title="The plugin failed to render" style="page">
              {Body ? <Body plugin={plugin} query={query} /> : <ReadmeTab id={meta.id} />}
            </ErrorBoundaryAlert>
          </PluginContextProvider>
        </TabContent>
        <PluginPanel {...meta} />
      </Box>
    </PluginPage>
  );
}

async function enablePlugin({ meta }: AppPlugin): Promise<void> {
  await getBackendSrv().post(`/api/plugins/${meta.id}/settings`, {
    enabled: true,
    pinned: true,
    jsonData: meta.jsonData,
  });
  window.location.reload();
}
