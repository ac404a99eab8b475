import { Stack, Text } from '@grafana/ui';
import React from 'react';
import { CheckStep } from '../../components/CheckStep';
import { FailureAlert } from '../../components/FailureAlert';
import { PlaceTitle } from '../../components/PlaceLine';
import { useDataSourceAccess } from '../../data/dataSources';
import { usePlace } from '../../data/workspace';
import { accessFindings } from '../../domain/dataSourceAccess';
import { ChecksTitle } from './ChecksTitle';

/** Where the data sources live as things stand, and what may be done with them there. */
export function DataSourceAccessChecks({ isDirty }: { isDirty: boolean }) {
  const place = usePlace();
  const access = useDataSourceAccess();
  if (!place) {
    return null;
  }
  return (
    <section aria-labelledby="data-source-access">
      <Stack direction="column" gap={2}>
        <ChecksTitle id="data-source-access" title="Data sources" isDirty={isDirty} />
        <PlaceTitle place={place} />
        {access.isFetching && (
          <div role="status">
            <Text color="secondary">Checking permissions…</Text>
          </div>
        )}
        {access.error && (
          <FailureAlert
            title="Couldn’t load data source permissions"
            failure={access.error.failure}
            onRetry={() => void access.refetch()}
          />
        )}
        {access.data && (
          <Stack direction="column" gap={1.5}>
            {accessFindings(access.data).map((finding) => (
              <CheckStep key={finding.title} {...finding} />
            ))}
          </Stack>
        )}
      </Stack>
    </section>
  );
}
