import React from 'react';
import { FillInBody } from './FillInBody';
import { ListSkeleton } from './ListSkeleton';
import { NoSuchEndpoint } from './NoSuchEndpoint';
import { PageFrame } from './PageFrame';
import { useEndpointOf } from './useEndpointOf';
import { usePageData } from './usePageData';

/** Filling one endpoint in, once everything it takes was read. */
export function FillIn({ name }: { name: string }) {
  const data = usePageData();
  const { place, dataSources, endpoints, matching } = data;
  const { endpoint, target } = useEndpointOf(name, endpoints.data);
  const failed = data.azureFailure ?? data.grafanaFailure;
  const ready = endpoint && place && dataSources.data && matching;
  return (
    <PageFrame data={data}>
      {ready && <FillInBody endpoint={endpoint} target={target} dataSources={dataSources.data} matching={matching} />}
      {endpoints.data && !endpoint && <NoSuchEndpoint name={name} />}
      {!ready && !failed && (!endpoints.data || endpoint) && <ListSkeleton />}
    </PageFrame>
  );
}
