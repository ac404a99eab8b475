import { type AppPlugin, PluginContextProvider } from '@grafana/data';
import { config, getBackendSrv, locationSearchToObject, locationService } from '@grafana/runtime';
import { Box, Button, ErrorBoundaryAlert, LoadingPlaceholder, Tab, TabContent, TabsBar } from '@grafana/ui';
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
  const { search } = useLocation();
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
  const tabs = mayWrite ? (plugin.configPages ?? []) : [];
  const asked = tabs.find((tab) => tab.id === query.page);
  const current = asked ?? (query.page === undefined ? tabs[0] : undefined);
  const Body = current?.body;
  const enable = mayWrite && !meta.enabled && <Button onClick={() => void enablePlugin(plugin)}>Enable</Button>;
  const parentItem = { text: 'Plugins' };

  return (
    <PluginPage
      pageNav={{ text: meta.name, parentItem }}
      subTitle={meta.info.description}
      actions={enable || undefined}
    >
      <TabsBar>
        <Tab label="Overview" active={!current} onChangeTab={() => locationService.partial({ page: 'overview' })} />
        {tabs.map(({ id: tabId, title, icon }) => (
          <Tab
            key={tabId}
            label={title}
            icon={icon}
            active={tabId === current?.id}
            onChangeTab={() => locationService.partial({ page: tabId })}
          />
        ))}
      </TabsBar>
      <Box display="flex" paddingTop={3} gap={4}>
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
