import { PluginPage } from '@grafana/runtime';
import React from 'react';
import { useSearchParams } from 'react-router-dom';
import { Check } from './Check';
import { dataSourcesPath } from '../../paths';

/** Why a data source does or doesn't answer over its endpoint, step by step. */
export function CheckPage() {
  const [params] = useSearchParams();
  const uid = params.get('uid') ?? '';
  const endpoint = params.get('endpoint') ?? '';
  return (
    <PluginPage pageNav={{ text: 'Check', parentItem: { text: 'Data sources', url: dataSourcesPath } }}>
      <Check key={`${uid} ${endpoint}`} uid={uid} endpoint={endpoint} />
    </PluginPage>
  );
}
