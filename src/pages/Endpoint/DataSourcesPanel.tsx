import { Stack, Text } from '@grafana/ui';
import React from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { Panel } from '../../components/Panel';
import { PlaceLine } from '../../components/PlaceLine';
import { UsedBy } from '../../components/UsedBy';
import { LinkButton, TextLink } from '../../components/links';
import { CONFIG_PATH } from '../../constants';
import { type Uses } from '../../data/dataSources';
import { usePlannedUpdate } from '../../data/keptFills';
import { usePlace } from '../../data/workspace';
import { readAddress } from '../../domain/address/address';
import { type Endpoint } from '../../domain/endpoint';
import { plainHost } from '../../domain/matching/endpointIndex';
import { isEndpointReady, isPast, statusOf } from '../../domain/state/status';
import { checkPath, fillInPath, newDataSourcePath } from '../../paths';
import { ConfirmButton, ConfirmedNames, USED_BY } from './ConfirmedNames';

interface Props {
  endpoint: Endpoint;
  used: Uses;
}

/** The data sources that use the endpoint, and the ways to have more use it. */
export function DataSourcesPanel({ endpoint, used }: Props) {
  const place = usePlace();
  const { uses, failure, readAgain } = used;
  const { name } = endpoint;
  const endpointReady = isEndpointReady(endpoint);
  const planned = usePlannedUpdate(name);
  return (
    <Panel title="Used by" id={USED_BY}>
      {place && <PlaceLine place={place} />}
      {failure && (
        <FailureAlert
          title="Couldn’t load data sources"
          failure={failure}
          onRetry={readAgain}
          settingsHref={CONFIG_PATH}
        />
      )}
      {place && uses && (
        <UsedBy
          uses={uses}
          settingsHref={place.settingsHref}
          checkHref={(uid) => checkPath(uid, name)}
          actionOn={({ dataSource, match }) =>
            match.by === 'alias' && (
              <ConfirmButton
                endpoint={endpoint}
                host={plainHost(readAddress(dataSource)?.host ?? '')}
                isConfirmed={false}
              />
            )
          }
        />
      )}
      {!uses && !failure && <Text color="secondary">Loading data sources…</Text>}
      <ConfirmedNames endpoint={endpoint} />
      {planned && (
        <Text element="p">
          {endpointReady ? 'This endpoint is ready. ' : ''}Planned update for{' '}
          {planned.chosen.map((one) => one.name).join(', ')}.{' '}
          <TextLink href={fillInPath(name)} inline>
            {endpointReady ? 'Preview and apply' : 'View planned update'}
          </TextLink>
        </Text>
      )}
      <Stack direction="row" wrap="wrap" gap={1}>
        {/* Of one that is ready, what the state asks for is to update them. */}
        {!endpointReady && !isPast(statusOf(endpoint)) && (
          <LinkButton size="sm" variant="secondary" icon="plug" href={fillInPath(name)}>
            Plan updates
          </LinkButton>
        )}
        {endpointReady && (
          <LinkButton size="sm" variant="secondary" icon="plus" href={newDataSourcePath(name)}>
            Create data source
          </LinkButton>
        )}
        <LinkButton size="sm" variant="secondary" icon="heart-rate" href={checkPath('', name)}>
          Test connection
        </LinkButton>
      </Stack>
    </Panel>
  );
}
