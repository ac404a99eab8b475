import { Alert } from '@grafana/ui';
import React from 'react';
import { useDataSourceAccess } from '../../data/useDataSourceAccess';
import { type Place } from '../../domain/place';

/** Says once that data sources can be seen but not changed, and what is missing. */
export function AccessNotice({ place }: { place: Place }) {
  const { data } = useDataSourceAccess(place);
  return data?.missing ? (
    <Alert severity="info" title="The data sources can be seen, but not all of them changed">
      {data.missing}
    </Alert>
  ) : null;
}
