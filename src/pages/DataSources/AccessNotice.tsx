import { Alert } from '@grafana/ui';
import React from 'react';
import { useDataSourceAccess } from '../../data/useDataSourceAccess';
import { missingAccess } from '../../domain/dataSourceAccess';
import { type Place } from '../../domain/place';

/** Says once that data sources can be seen but not changed, and what is missing. */
export function AccessNotice({ place }: { place: Place }) {
  const { data } = useDataSourceAccess(place);
  const missing = data ? missingAccess(data) : '';
  return missing ? (
    <Alert severity="info" title="The data sources can be seen, but not all of them changed">
      {missing}
    </Alert>
  ) : null;
}
