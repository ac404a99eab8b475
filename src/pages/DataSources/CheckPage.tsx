import React from 'react';
import { useSearchParams } from 'react-router-dom';
import { AppPage } from '../../components/AppPage';
import { Check } from './Check';
import { dataSourcesPath } from '../../paths';

/** Why a data source does or doesn't answer over its endpoint, step by step. */
export function CheckPage() {
  const [params] = useSearchParams();
  const uid = params.get('uid') ?? '';
  const endpoint = params.get('endpoint') ?? '';
  return (
    <AppPage title="Test connection" parent={{ title: 'Data sources', path: dataSourcesPath }}>
      <Check key={`${uid} ${endpoint}`} uid={uid} endpoint={endpoint} />
    </AppPage>
  );
}
