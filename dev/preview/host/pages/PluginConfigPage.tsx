import { css } from '@emotion/css';
import { type AppPlugin, PluginContextProvider, type PluginMeta, renderMarkdown } from '@grafana/data';
import { config, getBackendSrv, locationSearchToObject } from '@grafana/runtime';
import { Box, Button, ErrorBoundaryAlert, LoadingPlaceholder, TabContent, toIconName, Stack, Text } from '@grafana/ui';
import { useLocation } from 'grafana:react-router-dom-v5-compat';
import React, { useEffect, useState } from 'react';

import { PluginPage } from '../PluginPage';

/** /plugins/:id: the overview, and the plugin's own configuration tabs for those who may change plugins. */
export function PluginConfigPage({ plugin }: { plugin: AppPlugin }) {
  const { pathname, search } = useLocation();
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

/** What takes 250 px of width beside a plugin's tabs, but not on narrow screens (Grafana 12.4, PluginDetailsPage.tsx). */
function PluginPanel({ info, dependencies }: PluginMeta) {
  const facts = [
    ['Installed Version', info.version],
    ['From', info.author.name],
    ['Dependencies', dependencies?.grafanaDependency && `Grafana ${dependencies.grafanaDependency}`],
    ['Signature', 'Unsigned'],
  ];
  return (
    <div className={panel}>
      <Box borderRadius="lg" padding={2} borderColor="medium" borderStyle="solid">
        <Stack direction="column" gap={2}>
          {facts.map(([label, value]) => (
            <Stack key={label} direction="column" gap={0.5}>
              <Text color="secondary">{label}:</Text>
              {value}
            </Stack>
          ))}
        </Stack>
      </Box>
    </div>
  );
}

const panel = css({
  flex: 'none',
  width: 250,
  overflowWrap: 'anywhere',
  '@media (max-width: 600px)': { display: 'none' },
});

/** The plugin's README; Grafana's renderer removes whatever could run. */
function ReadmeTab({ id }: { id: string }) {
  const [markup, setMarkup] = useState<string>();
  useEffect(() => {
    void getBackendSrv()
      .get(`/api/plugins/${id}/markdown/README`)
      .then((text) => setMarkup(renderMarkdown(text || 'This plugin has no README.')));
  }, [id]);

  return markup === undefined ? (
    <LoadingPlaceholder text="Loading README" />
  ) : (
    <div className="markdown-html" dangerouslySetInnerHTML={{ __html: markup }} />
  );
}
