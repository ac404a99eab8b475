import { Alert } from '@grafana/ui';
import React, { useState } from 'react';
import { TextLink } from '../../components/links';
import { type Written } from '../../data/dataSources';
import { type Endpoint } from '../../domain/endpoint';
import { endpointHosts } from '../../domain/fillIn/endpointHosts';
import { isUsable, statusOf } from '../../domain/state/status';
import { stateWords } from '../../domain/state/stateWords';
import { CreatedDataSource } from './CreatedDataSource';
import { ListSkeleton } from './ListSkeleton';
import { NewDataSourceForm } from './NewDataSourceForm';
import { NoSuchEndpoint } from './NoSuchEndpoint';
import { PageFrame } from './PageFrame';
import { endpointPath } from '../../paths';
import { creatableTypes } from './newDataSourceDraft';
import { useEndpointOf } from './useEndpointOf';
import { usePageData } from './usePageData';

/** The form, once everything it takes was read, then what was created. */
export function NewDataSource({ name }: { name: string }) {
  const data = usePageData();
  const { place, endpoints, dataSources } = data;
  const { endpoint, target } = useEndpointOf(name, endpoints.data);
  const [created, setCreated] = useState<Written>();
  const reading = !(data.azureFailure ?? data.grafanaFailure) && !(endpoints.data && dataSources.data);
  return (
    <PageFrame data={data}>
      {created && place && <CreatedDataSource {...created} endpoint={name} />}
      {endpoint && <CantCreate endpoint={endpoint} />}
      {!created && endpoint && canCreate(endpoint) && place && dataSources.data && (
        <NewDataSourceForm
          endpoint={endpoint}
          types={creatableTypes(endpoint)}
          hosts={endpointHosts(endpoint, target)}
          taken={dataSources.data.map((one) => one.name)}
          onCreated={setCreated}
        />
      )}
      {endpoints.data && !endpoint && <NoSuchEndpoint name={name} />}
      {reading && <ListSkeleton />}
    </PageFrame>
  );
}

function canCreate(endpoint: Endpoint): boolean {
  return isUsable(endpoint) && creatableTypes(endpoint).length > 0;
}

/** Why there is no form. */
function CantCreate({ endpoint }: { endpoint: Endpoint }) {
  const { name } = endpoint;
  if (!isUsable(endpoint)) {
    return (
      <Alert severity="info" title={`${name} isn’t ready: ${stateWords(statusOf(endpoint), endpoint).label}`}>
        A data source created now couldn’t connect.{' '}
        <TextLink href={endpointPath(name)} inline>
          View next step for {name}
        </TextLink>
      </Alert>
    );
  }
  return canCreate(endpoint) ? null : (
    <Alert severity="info" title="Data sources for this target can’t be created here">
      This plugin can’t set the address of these data sources. Create the data source in Grafana and use the service’s
      own host name, which resolves to the private endpoint.
    </Alert>
  );
}
