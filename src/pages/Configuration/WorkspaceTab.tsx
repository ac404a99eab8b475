import { Stack } from '@grafana/ui';
import React from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { useSettings } from '../../data/useSettings';
import { useSignIn } from '../../data/useSignIn';
import { ConfigurationForm } from './ConfigurationForm';
import { DataSourceAccessChecks } from './DataSourceAccessChecks';
import { FormSkeleton } from './FormSkeleton';
import { IdentityWarning } from './IdentityWarning';
import { SetupChecks } from './SetupChecks';

/** The tab "Workspace" of the plugin's configuration page: settings, and whether they work. */
export function WorkspaceTab() {
  const settings = useSettings();
  const signIn = useSignIn();
  const configured = Boolean(settings.data?.enabled && settings.data.jsonData.azureCredentials);

  if (settings.error) {
    return (
      <FailureAlert
        title="The settings could not be read"
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
            title="What this Grafana offers for signing in could not be read"
            failure={signIn.error.failure}
            onRetry={() => void signIn.refetch()}
          />
        )}
        <ConfigurationForm stored={settings.data} options={signIn.data} />
      </Stack>
      <Stack direction="column" gap={2} grow={1} basis="420px">
        {settings.data.jsonData.azureCredentials && (
          <IdentityWarning credentials={settings.data.jsonData.azureCredentials} />
        )}
        <SetupChecks configured={configured} />
        {configured && <DataSourceAccessChecks />}
      </Stack>
    </Stack>
  );
}
