import { Alert } from '@grafana/ui';
import React from 'react';
import { useDataSourceAccess } from '../../data/dataSources';
import { missingAccess } from '../../domain/dataSourceAccess';

/** Says once that data sources can be seen but not changed, and what is missing. */
export function AccessNotice() {
  const { data } = useDataSourceAccess();
  const missing = data ? missingAccess(data) : '';
  return missing ? (
    <Alert severity="info" title="You can view the data sources, but not change all of them">
      {missing}
    </Alert>
  ) : null;
}
