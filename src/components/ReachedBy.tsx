import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { type Endpoint } from '../domain/endpoint';
import { stateWords } from '../domain/state/stateWords';
import { statusOf, type TargetView } from '../domain/state/status';
import { endpointPath } from '../paths';
import { StatusBadge } from './StatusBadge';
import { TextLink } from './links';

interface Props {
  /** The endpoints to one target; more than two are counted. */
  endpoints: readonly Endpoint[];
  viewOf: (endpoint: Endpoint) => TargetView | undefined;
}

const named = 2;

/** Says that a target has endpoints of this workspace already, which ones and in what state. */
export function ReachedBy({ endpoints, viewOf }: Props) {
  const styles = useStyles2(getStyles);
  const more = endpoints.length - named;
  return (
    <div className={styles.block}>
      <span>Existing endpoint:</span>
      {endpoints.slice(0, named).map((endpoint) => {
        const { label, tone } = stateWords(statusOf(endpoint, viewOf(endpoint)), endpoint);
        return (
          <span key={endpoint.name} className={styles.endpoint}>
            <TextLink href={endpointPath(endpoint.name)} variant="bodySmall">
              {endpoint.name}
            </TextLink>
            <StatusBadge label={label} tone={tone} />
          </span>
        );
      })}
      {more > 0 && <span>and {more} more</span>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  block: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  endpoint: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(1), minWidth: 0 }),
});
