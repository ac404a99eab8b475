import { Alert, Stack, Text } from '@grafana/ui';
import React from 'react';
import { LinkButton } from '../../components/links';
import { type DataSource } from '../../domain/address/dataSource';
import { checkPath } from '../../paths';
import { SettingsButton } from './SettingsButton';

interface Props {
  created: DataSource;
  /** Name of the endpoint. */
  endpoint: string;
}

/** The way on from a data source that was just created. */
export function CreatedDataSource({ created: { uid, name }, endpoint }: Props) {
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
