import React from 'react';
import { useParams } from 'react-router-dom';
import { AppPage } from '../../components/AppPage';
import { endpointPath } from '../../paths';
import { FillInBody } from './FillInBody';
import { ListSkeleton, NoSuchEndpoint, PageFrame } from './PageFrame';
import { useEndpointOf, usePageData } from './usePageData';

/** From an endpoint to data sources that use it. */
export function FillInPage() {
  const { endpoint = '' } = useParams();
  return (
    <AppPage title={`Update data sources: ${endpoint}`} parent={{ title: endpoint, path: endpointPath(endpoint) }}>
      <FillIn key={endpoint.toLowerCase()} name={endpoint} />
    </AppPage>
  );
}

/** Filling one endpoint in, once everything it takes was read. */
export function FillIn({ name }: { name: string }) {
  const data = usePageData();
  const { place, dataSources, endpoints, matching } = data;
  const { endpoint, target, reading } = useEndpointOf(name, endpoints.data);
  const ready = endpoint && !reading && place && dataSources.data && matching;
  return (
    <PageFrame data={data}>
      {ready && <FillInBody endpoint={endpoint} target={target} dataSources={dataSources.data} matching={matching} />}
      {endpoints.data && !endpoint && <NoSuchEndpoint name={name} />}
      {!ready && !data.failed && (!endpoints.data || endpoint) && <ListSkeleton />}
    </PageFrame>
  );
}
