import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { ReadStatus } from '../../components/ReadStatus';
import { StatusBadge } from '../../components/StatusBadge';
import { type Endpoint } from '../../domain/endpoint';
import { type KnownView } from '../../domain/following';
import { stateWords, type Tone } from '../../domain/state/stateWords';
import { type EndpointStatus } from '../../domain/state/status';
import { type Dependent } from './DeleteEndpoint';
import { EndpointActions, STATE } from './EndpointActions';
import { StateFacts } from './StateFacts';

interface Props {
  endpoint: Endpoint;
  status: EndpointStatus;
  view: KnownView | undefined;
  readAt: number;
  reading: boolean;
  onRead: () => void;
  /** Data sources that a deletion would break; undefined where that isn't known. */
  dependents: Dependent[] | undefined;
}

/** The state in words, what it means, who must do what next, and what can be done about it. */
export function StatePanel({ endpoint, status, view, readAt, reading, onRead, dependents }: Props) {
  const { label, tone, meaning } = stateWords(status, endpoint);
  const styles = useStyles2(getStyles, tone);
  return (
    <section className={styles.panel} aria-label="State" id={STATE} tabIndex={-1}>
      <div className={styles.row}>
        <StatusBadge label={label} tone={tone} />
        <ReadStatus readAt={readAt} reading={reading} onReload={onRead} />
      </div>
      <Text element="p" variant="h5">
        {meaning}
      </Text>
      <StateFacts endpoint={endpoint} status={status} view={view} />
      <EndpointActions endpoint={endpoint} status={status} dependents={dependents} />
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2, tone: Tone) => ({
  panel: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    padding: theme.spacing(2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderLeft: `${theme.spacing(0.5)} solid ${edge(theme, tone)}`,
    borderRadius: theme.shape.radius.default,
  }),
  row: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    justifyContent: 'space-between',
    alignItems: 'center',
  }),
});

function edge({ colors }: GrafanaTheme2, tone: Tone): string {
  return tone === 'neutral' ? colors.border.strong : colors[tone].border;
}
