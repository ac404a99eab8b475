import { EmptyState } from '@grafana/ui';
import React from 'react';
import { LinkButton } from '../../components/links';
import { usesOf } from '../../domain/matching/matchAll';
import { CheckRun } from './CheckRun';
import { CheckSubjects } from './CheckSubjects';
import { ListSkeleton } from './ListSkeleton';
import { PageFrame } from './PageFrame';
import { dataSourcesPath } from '../../paths';
import { useEndpointOf } from './useEndpointOf';
import { usePageData } from './usePageData';

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
