import { css } from '@emotion/css';
import { EmptyState, Stack, Text } from '@grafana/ui';
import React from 'react';
import { useSearchParams } from 'react-router-dom';
import { AppPage } from '../../components/AppPage';
import { chosenInForcedColors } from '../../components/forcedColors';
import { LinkButton } from '../../components/links';
import { useDataSources } from '../../data/dataSources';
import { type DataSource } from '../../domain/address/dataSource';
import { usesOf } from '../../domain/matching/matchAll';
import { showHidden } from '../../domain/outsideText';
import { checkPath, dataSourcesPath } from '../../paths';
import { CheckRun } from './CheckRun';
import { ListSkeleton, PageFrame } from './PageFrame';
import { useEndpointOf, usePageData } from './usePageData';

/** Why a data source does or doesn't answer over its endpoint, step by step. */
export function CheckPage() {
  const [params] = useSearchParams();
  const uid = params.get('uid') ?? '';
  const endpoint = params.get('endpoint') ?? '';
  // Until it is known, and for one that isn't there, its uid names it.
  const name = useDataSources().data?.find((one) => one.uid === uid)?.name;
  const subject = showHidden(name ?? (uid || endpoint));
  return (
    <AppPage
      title={subject ? `Test connection: ${subject}` : 'Test connection'}
      parent={{ title: 'Data sources', path: dataSourcesPath }}
    >
      <Check key={`${uid} ${endpoint}`} uid={uid} endpoint={endpoint} />
    </AppPage>
  );
}

interface Props {
  /** Data source; '' where an endpoint is checked. */
  uid: string;
  /** Name of the endpoint; '' where it follows from the data source. */
  endpoint: string;
}

/** What is checked, then the check. An endpoint is checked with the first data source that uses it. */
export function Check({ uid, endpoint }: Props) {
  return uid || endpoint ? (
    <CheckSubject uid={uid} endpoint={endpoint} />
  ) : (
    <EmptyState
      variant="call-to-action"
      hideImage
      message="Select a data source to test"
      button={<LinkButton href={dataSourcesPath}>Show data sources</LinkButton>}
    />
  );
}

function CheckSubject({ uid, endpoint: name }: Props) {
  const data = usePageData();
  const { place, matching, endpoints, grafanaFailure, azureFailure } = data;
  const { endpoint } = useEndpointOf(name, endpoints.data);
  const uses = endpoint && matching ? usesOf(matching, endpoint).map((use) => use.dataSource) : [];
  // An endpoint waits for the data sources: with one that uses it, the check goes all the way.
  const decided = Boolean(uid || matching || grafanaFailure);
  const chosen = uid || (uses[0]?.uid ?? '');
  return (
    <PageFrame data={data}>
      {uses.length > 1 && <CheckSubjects endpoint={name} dataSources={uses} chosen={chosen} />}
      {place && decided ? <CheckRun key={chosen} uid={chosen} endpoint={name} /> : !azureFailure && <ListSkeleton />}
    </PageFrame>
  );
}

// Grafana's variants differ in their background alone.
const subjects = css({ '[aria-current=true]': chosenInForcedColors });

interface CheckSubjectsProps {
  endpoint: string;
  dataSources: readonly DataSource[];
  /** Uid of the one that is checked. */
  chosen: string;
}

/** The data sources that use an endpoint: each is a check of its own. */
function CheckSubjects({ endpoint, dataSources, chosen }: CheckSubjectsProps) {
  return (
    <nav aria-label="Data sources that use this endpoint" className={subjects}>
      <Stack direction="row" wrap="wrap" alignItems="center" gap={1}>
        <Text color="secondary">Test with</Text>
        {dataSources.map(({ uid, name }) => (
          <LinkButton
            key={uid}
            size="sm"
            variant={uid === chosen ? 'primary' : 'secondary'}
            aria-current={uid === chosen}
            href={checkPath(uid, endpoint)}
          >
            {name}
          </LinkButton>
        ))}
      </Stack>
    </nav>
  );
}
