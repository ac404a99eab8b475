import { Alert } from '@grafana/ui';
import React from 'react';
import { type StoredSettings, type UnreadableSetting } from '../../domain/settings/settings';

const names: Record<UnreadableSetting, string> = {
  workspaceId: 'workspace',
  apiVersion: 'API version',
  azureCredentials: 'authentication',
  place: 'location of the data sources',
  automaticRefresh: 'automatic refresh',
};

/** Says that a newer version saved the settings, and which of them this one doesn't know. */
export function UnreadableAlert({ stored: { newer, unreadable } }: { stored: StoredSettings }) {
  if (!newer && unreadable.length === 0) {
    return null;
  }
  const list = unreadable.map((name) => names[name]).join(', ');
  return (
    <Alert
      severity={list ? 'warning' : 'info'}
      title={newer ? 'Set by a newer version of the plugin' : 'Some stored settings aren’t known to this version'}
    >
      {list && `Not known to this version: ${list}. `}
      Saving keeps what this version doesn’t know, unless you choose something else for it.
      {newer && ' To use all settings, update the plugin.'}
    </Alert>
  );
}
