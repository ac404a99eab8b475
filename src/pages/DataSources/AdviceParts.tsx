import React from 'react';
import { LinkButton } from '../../components/links';
import { RefreshButton } from '../../components/RefreshButton';
import { useRefresh } from '../../data/useFollow';
import { type Advice, type AdviceFix } from '../../domain/advice/advice';
import { type Endpoint } from '../../domain/endpoint';
import { endpointPath, fillInPath, makePrivatePath } from '../../paths';
import { SettingsButton } from './SettingsButton';

/** The one click that follows a piece of advice. */
export function AdviceFixButton({ advice }: { advice: Advice }) {
  const { fix, endpoint, dataSource } = advice;
  const uid = dataSource?.uid ?? '';
  const path = fixPath(fix, endpoint, uid);
  const longTitle = `${fixTitles[fix]}: ${dataSource?.name ?? endpoint?.name ?? ''}`;
  if (fix === 'refresh') {
    return <Refresh label={longTitle} />;
  }
  return path ? (
    <LinkButton size="sm" variant="secondary" href={path} aria-label={longTitle}>
      {fixTitles[fix]}
    </LinkButton>
  ) : (
    <SettingsButton uid={uid} label={fixTitles[fix]} longLabel={longTitle} />
  );
}

/** Refreshes the workspace from where someone sees that it takes one. */
export function Refresh({ label }: { label?: string }) {
  return <RefreshButton {...useRefresh()} size="sm" variant="secondary" label={label} />;
}

/** What an advice's one click leads to; '' where it leads to the data source's own page, or does something. */
function fixPath(fix: AdviceFix, endpoint: Endpoint | undefined, uid: string): string {
  switch (fix) {
    case 'makePrivate':
      return makePrivatePath(uid);
    case 'fillIn':
      return endpoint ? fillInPath(endpoint.name, uid) : '';
    case 'openEndpoint':
    case 'remindOwner':
      return endpoint ? endpointPath(endpoint.name) : '';
    case 'openDataSource':
    case 'refresh':
      return '';
  }
}

/** What a fix is called on its button. */
const fixTitles: Record<AdviceFix, string> = {
  makePrivate: 'Make private',
  fillIn: 'Update URL',
  refresh: 'Refresh',
  openEndpoint: 'Open endpoint',
  remindOwner: 'Remind the owner',
  openDataSource: 'Open data source',
};
