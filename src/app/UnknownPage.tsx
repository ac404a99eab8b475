import { PluginPage } from '@grafana/runtime';
import { EmptyState, LinkButton } from '@grafana/ui';
import React from 'react';
import { APP_PATH } from '../constants';
import { HOME } from './routes';

/** For an address below the app that leads nowhere. */
export function UnknownPage() {
  return (
    <PluginPage pageNav={{ text: 'Private endpoints' }}>
      <EmptyState
        variant="not-found"
        message="There is no such page"
        button={<LinkButton href={`${APP_PATH}/${HOME}`}>Show private endpoints</LinkButton>}
      >
        The address may be mistyped, or from another version of this plugin.
      </EmptyState>
    </PluginPage>
  );
}
