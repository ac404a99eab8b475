import React from 'react';
import { type SignInSecret } from '../../domain/settings/replacedSecrets';
import { type StoredSettings } from '../../domain/settings/settings';
import { DataSourceAccessChecks } from './DataSourceAccessChecks';
import { IdentityWarning } from './IdentityWarning';
import { SetupChecks } from './SetupChecks';

interface Props {
  stored: StoredSettings;
  /** The form holds something else than what is stored. */
  isDirty: boolean;
  /** The stored secrets that the last save overwrote. */
  replaced: readonly SignInSecret[];
}

/** Whether the saved settings work; what is only typed is never checked. */
export function Checks({ stored, isDirty, replaced }: Props) {
  const credentials = stored.jsonData.azureCredentials;
  // What this version can't read is for the backend to explain.
  const configured = stored.enabled && Boolean(credentials || stored.unreadable.includes('azureCredentials'));
  return (
    <>
      {credentials && <IdentityWarning credentials={credentials} />}
      <SetupChecks configured={configured} isDirty={isDirty} replaced={replaced} />
      {configured && <DataSourceAccessChecks isDirty={isDirty} />}
    </>
  );
}
