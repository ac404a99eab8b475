import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { type Endpoint } from '../domain/endpoint';
import { stateWords } from '../domain/state/stateWords';
import { type EndpointStatus } from '../domain/state/status';
import { StatusBadge } from './StatusBadge';

interface Props {
  endpoint: Endpoint;
  status: EndpointStatus;
  /** What runs or waits on it; '' for nothing. */
  progress?: string;
}

/** The state in one badge, Azure's two states apart beneath it, and the owner's words. */
export function EndpointState({ endpoint, status, progress = '' }: Props) {
  const styles = useStyles2(getStyles);
  const { label, tone } = stateWords(status, endpoint);
  const { connectionState, provisioningState, connectionDescription, requestMessage } = endpoint;
  // While a request is pending, Azure gives our own message back as the description.
  const ownersWords = connectionDescription === requestMessage ? '' : connectionDescription;
  return (
    <div className={styles.block}>
      <StatusBadge label={label} tone={tone} />
      {progress && <span className={styles.words}>{progress}</span>}
      {ownersWords && <q className={styles.words}>{ownersWords}</q>}
      <span className={styles.raw}>
        <span>Connection: {connectionState || 'not told'}</span>
        {' · '}
        <span>Provisioning: {provisioningState || 'not told'}</span>
      </span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  block: css({ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: theme.spacing(0.5) }),
  words: css({ fontSize: theme.typography.bodySmall.fontSize, overflowWrap: 'anywhere' }),
  raw: css({
    '& > span': { whiteSpace: 'nowrap' },
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
