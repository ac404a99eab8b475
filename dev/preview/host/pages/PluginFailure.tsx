import { Alert } from '@grafana/ui';
import React from 'react';

import { PluginPage } from '../PluginPage';

/** The plugin could not be loaded at all. */
export function PluginFailure({ error }: { error: Error }) {
  return (
    <PluginPage pageNav={{ text: 'The plugin failed to load' }}>
      <Alert severity="error" title="The plugin failed to load">
        {error.message}
      </Alert>
    </PluginPage>
  );
}
