import { locationUtil } from '@grafana/data';
import { EmptyState, LinkButton } from '@grafana/ui';
import React from 'react';

import { PluginPage } from '../PluginPage';
import { previewedApp } from '../services/loadPlugin';

/** A path that only a whole Grafana has, or none at all. */
export function NotFoundPage() {
  return (
    <PluginPage pageNav={{ text: 'Page not found' }}>
      <EmptyState
        variant="not-found"
        message="This page isn’t available in the preview"
        button={<LinkButton href={locationUtil.assureBaseUrl(`/a/${previewedApp().id}`)}>Open the plugin</LinkButton>}
      >
        The preview shows the plugin alone. In Grafana, this address may well lead somewhere.
      </EmptyState>
    </PluginPage>
  );
}
