import { Alert, Stack, Text } from '@grafana/ui';
import React from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { LinkButton } from '../../components/links';
import { type DataSource } from '../../domain/address/dataSource';
import { type Failure } from '../../domain/failure';
import { checkPath } from '../../paths';
import { SettingsButton } from './SettingsButton';

interface Props {
  dataSource: DataSource;
  /** What became of the endpoint meanwhile. */
  endpointChanged?: Failure;
  /** Name of the endpoint. */
  endpoint: string;
}

/** The way on from a data source that was just created. */
export function CreatedDataSource({ dataSource: { uid, name }, endpointChanged, endpoint }: Props) {
  if (endpointChanged) {
    return <FailureAlert title={`${name} is created, but ${endpoint} changed`} failure={endpointChanged} />;
  }
  return (
    <Alert severity="success" title={`${name} is created, over ${endpoint}`}>
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
