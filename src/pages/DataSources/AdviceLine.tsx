import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { LinkButton, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { type DataSourcePlace } from '../../data/usePlace';
import { type Advice } from '../../domain/advice/advice';
import { fixPath, fixTitles } from './paths';
import { SettingsButton } from './SettingsButton';

interface Props {
  advice: Advice;
  place: DataSourcePlace;
}

/** One piece of advice with the click that follows it. */
export function AdviceLine({ advice: { message, fix, endpoint, dataSource, severity }, place }: Props) {
  const styles = useStyles2(getStyles);
  const uid = dataSource?.uid ?? '';
  const path = fixPath(fix, endpoint, uid);
  const longTitle = `${fixTitles[fix]}: ${dataSource?.name ?? endpoint?.name ?? ''}`;
  return (
    <div className={styles.block}>
      <Text element="p" variant="bodySmall" color={severity === 'info' ? 'secondary' : 'primary'}>
        {message}
      </Text>
      {path ? (
        <LinkButton size="sm" variant="secondary" href={path} aria-label={longTitle}>
          {fixTitles[fix]}
        </LinkButton>
      ) : (
        <SettingsButton place={place} uid={uid} label={fixTitles[fix]} longLabel={longTitle} />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  block: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5),
    overflowWrap: 'anywhere',
  }),
});
