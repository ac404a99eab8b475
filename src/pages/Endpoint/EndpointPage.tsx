import React from 'react';
import { useParams } from 'react-router-dom';
import { AppPage } from '../../components/AppPage';
import { homePath } from '../../paths';
import { EndpointOverview } from './EndpointOverview';

/** Everything known of one endpoint, and everything that can be done about it. */
export function EndpointPage() {
  const { name = '' } = useParams();
  return (
    <AppPage title={name} parent={{ title: 'Private endpoints', path: homePath }}>
      <EndpointOverview key={name.toLowerCase()} name={name} />
    </AppPage>
  );
}
