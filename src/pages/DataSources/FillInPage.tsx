import React from 'react';
import { useParams } from 'react-router-dom';
import { AppPage } from '../../components/AppPage';
import { FillIn } from './FillIn';
import { endpointPath } from '../../paths';

/** From an endpoint to data sources that use it. */
export function FillInPage() {
  const { endpoint = '' } = useParams();
  return (
    <AppPage title="Update data sources" parent={{ title: endpoint, path: endpointPath(endpoint) }}>
      <FillIn key={endpoint.toLowerCase()} name={endpoint} />
    </AppPage>
  );
}
