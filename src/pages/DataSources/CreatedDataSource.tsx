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
        <Text element="p">
          Enter its credentials and whatever else it needs on Grafana’s own page, then check that it answers.
        </Text>
        <Stack direction="row" wrap="wrap" gap={1}>
          <SettingsButton uid={uid} label="Enter credentials" variant="primary" />
          <LinkButton size="sm" variant="secondary" icon="heart-rate" href={checkPath(uid, endpoint)}>
            Check
          </LinkButton>
        </Stack>
      </Stack>
    </Alert>
  );
}
