import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, ConfirmModal, IconButton, Text, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { agoText } from '../domain/age';
import { type Failure } from '../domain/failure';
import { type FillReceipt } from '../domain/fillIn/undo';
import { dialog } from './dialog';
import { useNow } from './useTime';

interface Props {
  receipt: FillReceipt;
  /** Name of the endpoint that was filled in. */
  endpoint: string;
  busy: boolean;
  /** Why it could not be undone. */
  failure: Failure | undefined;
  onUndo: () => void;
  onForget: () => void;
}

/** One change that can be undone: what it was, and the way back. */
export function UndoItem({ receipt, endpoint, busy, failure, onUndo, onForget }: Props) {
  const { name, at } = receipt;
  const [hostBefore, host] = [receipt.before.host, receipt.after.host];
  const styles = useStyles2(getStyles);
  const now = useNow();
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.item}>
      <div className={styles.text}>
        <Text element="p" weight="medium">
          {name}
        </Text>
        <Text element="p" color="secondary" variant="bodySmall">
          {hostBefore} → {host}, endpoint {endpoint}, {agoText(at, Math.max(now, at))}
        </Text>
        <div role="alert">
          {failure && (
            <Text color="error">
              Couldn’t undo the change. {failure.message} {failure.hint}
            </Text>
          )}
        </div>
      </div>
      <div className={styles.buttons}>
        <Button
          size="sm"
          variant="secondary"
          icon={busy ? 'spinner' : 'history'}
          aria-busy={busy}
          aria-label={`Undo the change to ${name}`}
          onClick={() => !busy && setAsking(true)}
        >
          {busy ? 'Undoing…' : 'Undo'}
        </Button>
        <IconButton name="times" tooltip={`Dismiss (keep the change to ${name})`} onClick={onForget} />
      </div>
      <ConfirmModal
        modalClass={dialog}
        isOpen={asking}
        title={`Undo the change to ${name}`}
        body={`The host changes from ${host} back to ${hostBefore}.`}
        description="Stored credentials don’t change and will be sent to the previous host again. Not available if the data source was edited since."
        confirmText="Undo"
        confirmButtonVariant="primary"
        onConfirm={() => {
          setAsking(false);
          onUndo();
        }}
        onDismiss={() => setAsking(false)}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  item: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  buttons: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  text: css({ flex: `1 1 ${theme.spacing(30)}`, minWidth: 0, overflowWrap: 'anywhere' }),
});
