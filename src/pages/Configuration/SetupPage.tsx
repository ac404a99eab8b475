import { LoadingPlaceholder } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React from 'react';
import { AppPage, listParent } from '../../components/AppPage';
import { FailureAlert } from '../../components/FailureAlert';
import { queries } from '../../data/queries';
import { FirstRun } from './FirstRun';

/** `/setup`: sets the app up for the first time; `?to=<path>` is the page of the app that was asked for. */
export function SetupPage() {
  return (
    <AppPage
      title="Set up private endpoints"
      parent={listParent}
      subTitle="Connect this Grafana to your Azure Managed Grafana workspace"
    >
      <SetupFlow />
    </AppPage>
  );
}

/** Reads what the set-up needs to know. */
export function SetupFlow() {
  const settings = useQuery(queries.settings);
  const signIn = useQuery(queries.signIn);
  const failed = settings.error ?? signIn.error;
  if (failed && (!settings.data || !signIn.data)) {
    const reload = () => {
      void settings.refetch();
      void signIn.refetch();
    };
    return <FailureAlert title="Couldn’t load the settings" failure={failed.failure} onRetry={reload} />;
  }
  if (!settings.data || !signIn.data) {
    return <LoadingPlaceholder text="Loading settings…" />;
  }
  return <FirstRun stored={settings.data} options={signIn.data} />;
}
