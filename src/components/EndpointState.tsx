import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import React from 'react';
import { type Endpoint } from '../domain/endpoint';
import { ownerComment } from '../domain/state/ownerComment';
import { stateWords } from '../domain/state/stateWords';
import { type EndpointStatus } from '../domain/state/status';
import { Quote } from './Quote';
import { StatusBadge } from './StatusBadge';

interface Props {
  endpoint: Endpoint;
  status: EndpointStatus;
  /** What a person has to do about it; '' for nothing. */
  need?: string;
  /** How long Azure has worked on it; '' where it doesn't. */
  progress?: string;
}

/** The state in plain words, what has to be done, and the owner comment; Azure's two states beside it, on hover or focus. */
export function EndpointState({ endpoint, status, need = '', progress = '' }: Props) {
  const styles = useStyles2(getStyles);
  const { label, tone } = stateWords(status, endpoint);
  const words = ownerComment(endpoint);
  const raw = [
    `Connection: ${endpoint.connectionState || 'no status'}`,
    `Provisioning: ${endpoint.provisioningState || 'no status'}`,
  ];
  return (
    <div className={styles.block}>
      <span className={styles.badge}>
        <StatusBadge label={label} tone={tone} />
        <IconButton name="info-circle" size="sm" tooltip={raw.join(' · ')} />
      </span>
      {(progress || need) && <span className={styles.need}>{progress || need}</span>}
      {words && <Quote className={styles.words}>{words}</Quote>}
      {status === 'unknown' &&
        raw.map((state) => (
          <span key={state} className={styles.raw}>
            {state}
          </span>
        ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const small = { fontSize: theme.typography.bodySmall.fontSize, overflowWrap: 'anywhere' } as const;
  return {
    block: css({ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: theme.spacing(0.5) }),
    badge: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5), whiteSpace: 'nowrap' }),
    need: css({ ...small, fontWeight: theme.typography.fontWeightMedium }),
    words: css(small),
    raw: css({ ...small, color: theme.colors.text.secondary }),
  };
};
