import { Alert, LoadingPlaceholder, Stack, Text } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React, { useState } from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { queries } from '../../data/queries';
import { type SignInSecret } from '../../domain/settings/replacedSecrets';
import { type AzureCredentials, type StoredSettings } from '../../domain/settings/settings';
import { sharingDataSources } from '../../domain/settings/sharedIdentity';
import { ConfigurationForm } from './ConfigurationForm';
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
function Checks({ stored, isDirty, replaced }: Props) {
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

/** Warns when rights given to our identity would be rights for every Viewer. */
function IdentityWarning({ credentials }: { credentials: AzureCredentials }) {
  const { data } = useQuery(queries.dataSourceIdentities);
  const sharing = sharingDataSources(credentials, data ?? []);
  if (sharing.length === 0) {
    return null;
  }
  const many = sharing.length > 1;
  return (
    <Alert severity="warning" title="This identity is shared with an Azure Monitor data source">
      <Text element="p">
        {sharing.join(', ')} {many ? 'sign' : 'signs'} in with the same identity. Through that data source, every Viewer
        of this Grafana can send requests to Azure as that identity, including requests that create or delete private
        endpoints.
      </Text>
      <Text element="p">
        Use a separate identity for this plugin: a client certificate or a workload identity with its own client ID.
      </Text>
    </Alert>
  );
}
