import { Alert, Text } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React from 'react';
import { queries } from '../../data/queries';
import { type AzureCredentials } from '../../domain/settings/settings';
import { sharingDataSources } from '../../domain/settings/sharedIdentity';

/** Warns when rights given to our identity would be rights for every Viewer. */
export function IdentityWarning({ credentials }: { credentials: AzureCredentials }) {
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
