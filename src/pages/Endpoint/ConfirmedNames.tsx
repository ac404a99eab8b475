import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React, { useId } from 'react';
import { ConfirmHost } from '../../components/ConfirmHost';
import { useConfirmHost } from '../../data/confirmedHosts';
import { useWorkspace } from '../../data/workspace';
import { type Endpoint } from '../../domain/endpoint';
import { nameOfTarget } from '../../domain/target';

/** Has the focus once a button is gone that was pressed. */
export const USED_BY = 'used-by';

interface ButtonProps {
  endpoint: Endpoint;
  host: string;
  isConfirmed: boolean;
}

/** Confirms a name for the target of an endpoint, or takes that back. */
export function ConfirmButton({ endpoint, host, isConfirmed }: ButtonProps) {
  const { data: workspace } = useWorkspace();
  const { mutateAsync, isPending, error } = useConfirmHost();
  const change = { workspaceId: workspace?.id ?? '', targetId: endpoint.targetId, host, isConfirmed: !isConfirmed };
  return workspace ? (
    <ConfirmHost
      host={host}
      target={nameOfTarget(endpoint.targetId)}
      isConfirmed={isConfirmed}
      isPending={isPending}
      failure={error?.failure}
      onClick={() =>
        void mutateAsync(change).then(
          () => document.getElementById(USED_BY)?.focus({ preventScroll: true }),
          () => undefined
        )
      }
    />
  ) : null;
}

/** The names that admins confirmed for the target, to be removed. */
export function ConfirmedNames({ endpoint }: { endpoint: Endpoint }) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const hosts = endpoint.confirmedHosts ?? [];
  return hosts.length > 0 ? (
    <div>
      <Text element="h3" variant="h6">
        <span id={id}>Confirmed names</span>
      </Text>
      <Text element="p" color="secondary" variant="bodySmall">
        An admin confirmed that these names lead to {nameOfTarget(endpoint.targetId)}.
      </Text>
      <ul className={styles.list} aria-labelledby={id}>
        {hosts.map((host) => (
          <li key={host} className={styles.item}>
            <span className={styles.host}>{host}</span>
            <ConfirmButton endpoint={endpoint} host={host} isConfirmed />
          </li>
        ))}
      </ul>
    </div>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  item: css({
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    padding: theme.spacing(0.5, 0),
  }),
  host: css({
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
  }),
});
