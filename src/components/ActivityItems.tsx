import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, IconButton, Spinner, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { type Failure } from '../domain/failure';
import { Disclosure } from './Disclosure';

/** Something that runs, waits or ended. */
export interface Activity {
  id: string;
  status: 'waiting' | 'running' | 'succeeded' | 'failed' | 'canceled';
  title: string;
  detail: string;
  next: string;
  failure: Failure | undefined;
  cancelable: boolean;
}

interface Props {
  items: Activity[];
  onDismiss: (id: string) => void;
  onCancel: (id: string) => void;
}

/** Each with what is to be told of it, and how to put it away. */
export function ActivityItems({ items, onDismiss, onCancel }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.id} className={styles.item}>
          <Mark status={item.status} />
          <div className={styles.text}>
            <Text element="p" weight="medium">
              {item.title}
            </Text>
            <Text element="p" color="secondary">
              {[item.detail, item.next].filter(Boolean).join(' ')}
            </Text>
            {item.failure && <FailureDetails failure={item.failure} />}
          </div>
          {item.cancelable && (
            <Button size="sm" variant="secondary" fill="text" onClick={() => onCancel(item.id)}>
              Don’t send
            </Button>
          )}
          {!['waiting', 'running'].includes(item.status) && (
            <IconButton name="times" tooltip={`Dismiss: ${item.title}`} onClick={() => onDismiss(item.id)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Mark({ status }: { status: Activity['status'] }) {
  switch (status) {
    case 'running':
      return <Spinner inline />;
    case 'waiting':
      return <Icon name="clock-nine" title="Waiting" />;
    case 'succeeded':
      return (
        <Text color="success">
          <Icon name="check-circle" title="Done" />
        </Text>
      );
    default:
      return (
        <Text color="error">
          <Icon name="exclamation-circle" title="Not done" />
        </Text>
      );
  }
}

function FailureDetails({ failure: { message, hint, cause, code, requestId } }: { failure: Failure }) {
  const details = [message, hint, cause, `Code: ${code}`, requestId && `Request id: ${requestId}`];
  return (
    <Disclosure label="Details">
      {details
        .filter((detail) => detail !== undefined)
        .map((detail) => (
          <Text key={detail} element="p" variant="bodySmall">
            {detail}
          </Text>
        ))}
    </Disclosure>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
  }),
  item: css({
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
    '& + &': { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
  text: css({ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }),
});
