import { LinkButton, Text } from '@grafana/ui';
import React from 'react';
import { type DataSourcePlace } from '../../data/usePlace';
import { type Advice } from '../../domain/advice/advice';
import { fixPath, fixTitles } from './adviceFixes';
import { SettingsButton } from './SettingsButton';

/** One piece of advice. */
export function AdviceText({ advice: { message, severity } }: { advice: Advice }) {
  return (
    <Text element="p" variant="bodySmall" color={severity === 'info' ? 'secondary' : 'primary'}>
      {message}
    </Text>
  );
}

/** The one click that follows a piece of advice. */
export function AdviceFixButton({ advice, place }: { advice: Advice; place: DataSourcePlace }) {
  const { fix, endpoint, dataSource } = advice;
  const uid = dataSource?.uid ?? '';
  const path = fixPath(fix, endpoint, uid);
  const longTitle = `${fixTitles[fix]}: ${dataSource?.name ?? endpoint?.name ?? ''}`;
  return path ? (
    <LinkButton size="sm" variant="secondary" href={path} aria-label={longTitle}>
      {fixTitles[fix]}
    </LinkButton>
  ) : (
    <SettingsButton place={place} uid={uid} label={fixTitles[fix]} longLabel={longTitle} />
  );
}
