import { Stack } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { PlaceLine } from '../../components/PlaceLine';
import { ReadStatus } from '../../components/ReadStatus';
import { CONFIG_PATH } from '../../constants';
import { AccessNotice } from './AccessNotice';
import { type PageData } from './usePageData';

/** What stands around every page of data sources: whose they are, when they were read, what couldn't be read. */
export function PageFrame({ data, children }: { data: PageData; children: ReactNode }) {
  const { place, azureFailure, grafanaFailure, readAt, reading, reload } = data;
  return (
    <Stack direction="column" gap={2}>
      <Stack direction="row" wrap="wrap" justifyContent="space-between" alignItems="center" minHeight={4}>
        <div>{place && <PlaceLine place={place} />}</div>
        <ReadStatus readAt={readAt} reading={reading} onReload={reload} />
      </Stack>
      {azureFailure && (
        <FailureAlert
          title="Couldn’t load private endpoints"
          failure={azureFailure}
          onRetry={reload}
          settingsHref={CONFIG_PATH}
        />
      )}
      {grafanaFailure && (
        <FailureAlert
          title="Couldn’t load data sources"
          failure={grafanaFailure}
          onRetry={reload}
          settingsHref={CONFIG_PATH}
        />
      )}
      {place && !grafanaFailure && <AccessNotice />}
      {children}
    </Stack>
  );
}
