import { Alert, Stack, Text } from '@grafana/ui';
import React, { useState } from 'react';
import { useParams } from 'react-router-dom';
import { AppPage } from '../../components/AppPage';
import { FailureAlert } from '../../components/FailureAlert';
import { LinkButton, TextLink } from '../../components/links';
import { type Written } from '../../data/dataSources';
import { type DataSource } from '../../domain/address/dataSource';
import { type Endpoint } from '../../domain/endpoint';
import { type Failure } from '../../domain/failure';
import { endpointHosts } from '../../domain/fillIn/endpointHosts';
import { stateWords } from '../../domain/state/stateWords';
import { isEndpointReady, statusOf } from '../../domain/state/status';
import { checkPath, endpointPath } from '../../paths';
import { creatableTypes } from './newDataSourceDraft';
import { NewDataSourceForm } from './NewDataSourceForm';
import { ListSkeleton, NoSuchEndpoint, PageFrame } from './PageFrame';
import { SettingsButton } from './SettingsButton';
import { useEndpointOf, usePageData } from './usePageData';

/** A new data source over an endpoint. */
export function NewDataSourcePage() {
  const { endpoint = '' } = useParams();
  return (
    <AppPage title={`New data source: ${endpoint}`} parent={{ title: endpoint, path: endpointPath(endpoint) }}>
      <NewDataSource key={endpoint.toLowerCase()} name={endpoint} />
    </AppPage>
  );
}

/** The form, once everything it takes was read, then what was created. */
export function NewDataSource({ name }: { name: string }) {
  const data = usePageData();
  const { place, endpoints, dataSources } = data;
  const { endpoint, target, reading: readingTarget } = useEndpointOf(name, endpoints.data);
  const [created, setCreated] = useState<Written>();
  const known = readingTarget || !place ? undefined : dataSources.data;
  return (
    <PageFrame data={data}>
      {created && <CreatedDataSource {...created} endpoint={name} />}
      {endpoint && !canCreate(endpoint) && <CantCreate endpoint={endpoint} />}
      {!created && endpoint && canCreate(endpoint) && known && (
        <NewDataSourceForm
          endpoint={endpoint}
          types={creatableTypes(endpoint)}
          hosts={endpointHosts(endpoint, target)}
          taken={known.map((one) => one.name)}
          onCreated={setCreated}
        />
      )}
      {endpoints.data && !endpoint && <NoSuchEndpoint name={name} />}
      {!data.failed && !(endpoints.data && known) && <ListSkeleton />}
    </PageFrame>
  );
}

function canCreate(endpoint: Endpoint): boolean {
  return isEndpointReady(endpoint) && creatableTypes(endpoint).length > 0;
}

/** Why there is no form. */
function CantCreate({ endpoint }: { endpoint: Endpoint }) {
  const { name } = endpoint;
  if (!isEndpointReady(endpoint)) {
    return (
      <Alert severity="info" title={`${name} isn’t ready: ${stateWords(statusOf(endpoint), endpoint).label}`}>
        A data source created now couldn’t connect.{' '}
        <TextLink href={endpointPath(name)} inline>
          View next step for {name}
        </TextLink>
      </Alert>
    );
  }
  return (
    <Alert severity="info" title="Data sources for this target can’t be created here">
      This plugin can’t set the address of these data sources. Create the data source in Grafana and use the service’s
      own host name, which resolves to the private endpoint.
    </Alert>
  );
}

interface Props {
  dataSource: DataSource;
  /** What became of the endpoint meanwhile. */
  endpointChanged?: Failure;
  /** Name of the endpoint. */
  endpoint: string;
}

/** The way on from a data source that was just created. */
function CreatedDataSource({ dataSource: { uid, name }, endpointChanged, endpoint }: Props) {
  if (endpointChanged) {
    return <FailureAlert title={`${name} is created, but ${endpoint} changed`} failure={endpointChanged} />;
  }
  return (
    <Alert severity="success" title={`${name} was created and uses the endpoint ${endpoint}`}>
      <Stack direction="column" alignItems="flex-start" gap={1}>
        <Text element="p">Add credentials in the data source settings, then test the connection.</Text>
        <Stack direction="row" wrap="wrap" gap={1}>
          <SettingsButton uid={uid} label="Open data source settings" variant="primary" />
          <LinkButton size="sm" variant="secondary" icon="heart-rate" href={checkPath(uid, endpoint)}>
            Test connection{' '}
          </LinkButton>
        </Stack>
      </Stack>
    </Alert>
  );
}
