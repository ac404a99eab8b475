import { type AppPlugin } from '@grafana/data';
import { Alert, LoadingPlaceholder } from '@grafana/ui';
import { useParams } from 'grafana:react-router-dom-v5-compat';
import React, { type ComponentType, useEffect, useState } from 'react';

import { PluginPage } from '../PluginPage';
import { loadPlugin, previewedApp } from '../services/loadPlugin';

/** A page that needs the plugin whose id stands in the address: loads it, and says so where that fails. */
export function WithPlugin({ page: Page }: { page: ComponentType<{ plugin: AppPlugin }> }) {
  const { id } = useParams();
  const [{ plugin, error }, setState] = useState<{ plugin?: AppPlugin; error?: Error }>({});
  useEffect(() => {
    if (id !== previewedApp().id) {
      setState({ error: new Error(`The preview has no plugin "${id}".`) });
      return;
    }
    loadPlugin().then(
      (plugin) => setState({ plugin }),
      (error: unknown) => setState({ error: error instanceof Error ? error : new Error(JSON.stringify(error)) })
    );
  }, [id]);

  if (error) {
    return (
      <PluginPage pageNav={{ text: 'The plugin failed to load' }}>
        <Alert severity="error" title="The plugin failed to load">
          {error.message}
        </Alert>
      </PluginPage>
    );
  }
  return plugin ? <Page plugin={plugin} /> : <LoadingPlaceholder text="Loading plugin" />;
}
