import { LoadingPlaceholder, Stack } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React, { useState } from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { queries } from '../../data/queries';
import { type SignInSecret } from '../../domain/settings/replacedSecrets';
import { isSetUp } from '../../domain/settings/isSetUp';
import { type StoredSettings } from '../../domain/settings/settings';
import { ConfigurationForm } from './ConfigurationForm';
import { IdentityWarning } from './IdentityWarning';
import { Monitoring } from './Monitoring';
import { NotSetUp } from './NotSetUp';
import { DataSourceAccessChecks, SetupChecks } from './SetupChecks';

/** The tab "Workspace" of the plugin's configuration page: settings, and whether they work. */
export function WorkspaceTab() {
  const settings = useQuery(queries.settings);
  const signIn = useQuery(queries.signIn);
  const [isDirty, setDirty] = useState(false);
  const [replaced, setReplaced] = useState<SignInSecret[]>([]);

  if (settings.error) {
    return (
      <FailureAlert
        title="Couldn’t load the settings"
        failure={settings.error.failure}
        onRetry={() => void settings.refetch()}
      />
    );
  }
  if (!settings.data || signIn.isPending) {
    return <FormSkeleton />;
  }
  if (!isSetUp(settings.data) && settings.data.exposed.length === 0 && !settings.data.newer) {
    return <NotSetUp />;
  }
  return (
    <Stack direction="row" wrap="wrap" gap={4} alignItems="flex-start">
      <Stack direction="column" gap={2} grow={1} basis="420px">
        {signIn.error && settings.data.enabled && (
          <FailureAlert
            title="Couldn’t load the authentication methods"
            failure={signIn.error.failure}
            onRetry={() => void signIn.refetch()}
          />
        )}
        <ConfigurationForm stored={settings.data} options={signIn.data} onDirty={setDirty} onSaved={setReplaced} />
      </Stack>
      <Stack direction="column" gap={4} grow={1} basis="420px">
        <Checks stored={settings.data} isDirty={isDirty} replaced={replaced} />
      </Stack>
    </Stack>
  );
}

/** While the settings are read. */
function FormSkeleton() {
  return <LoadingPlaceholder text="Loading settings…" />;
}

interface Props {
  stored: StoredSettings;
  /** The form holds something else than what is stored. */
  isDirty: boolean;
  /** The stored secrets that the last save overwrote. */
  replaced: readonly SignInSecret[];
}

/** Whether the saved settings work; what is only typed is never checked. */
function Checks({ stored: { enabled, jsonData }, isDirty, replaced }: Props) {
  return (
    <>
      {jsonData.azureCredentials && <IdentityWarning credentials={jsonData.azureCredentials} />}
      <SetupChecks enabled={enabled} isDirty={isDirty} replaced={replaced} />
      {enabled && <DataSourceAccessChecks isDirty={isDirty} />}
      {enabled && <Monitoring settings={jsonData} isDirty={isDirty} />}
    </>
  );
}
