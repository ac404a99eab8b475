import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { CutText } from '../../components/CutText';
import { StatusBadge } from '../../components/StatusBadge';
import { type EndpointRow } from '../../domain/list/row';
import { ownerComment } from '../../domain/state/ownerComment';
import { stateWords } from '../../domain/state/stateWords';
import { workingFor } from '../../domain/state/workingFor';

interface Props {
  row: EndpointRow;
  /** Milliseconds since 1970. */
  now: number;
}

/** The state, with Azure's two states on hover; in one line below it what has to be done and what the owner said. */
export function StateCell({ row: { endpoint, status, need }, now }: Props) {
  const styles = useStyles2(getStyles);
  const { label, tone } = stateWords(status, endpoint);
  const comment = ownerComment(endpoint);
  const raw = [
    `Connection: ${endpoint.connectionState || 'no status'}`,
    `Provisioning: ${endpoint.provisioningState || 'no status'}`,
  ].join(' · ');
  const about = [
    status === 'unknown' ? raw : workingFor(status, endpoint, now) || need,
    comment && `“${comment}”`,
  ].filter(Boolean);
  return (
    <>
      <span className={styles.badge} title={raw}>
        <StatusBadge label={label} tone={tone} />
      </span>
      {about.length > 0 && <CutText className={styles.about} text={about.join(' · ')} />}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  badge: css({ display: 'block', height: theme.spacing(2.75), whiteSpace: 'nowrap', overflow: 'hidden' }),
  about: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
