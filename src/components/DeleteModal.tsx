import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Field, Input, Modal, useStyles2 } from '@grafana/ui';
import React, { type FormEvent, type ReactNode, useId, useState } from 'react';
import { dialog } from './dialog';
import { focusFirst } from './focus';

interface Props {
  title: string;
  /** What has to be typed before; '' where a click is enough. */
  confirmation: string;
  /** What is told where something else was typed. */
  correction: string;
  /** What the button that deletes says. */
  action: string;
  isBusy: boolean;
  /** What the button that closes says. */
  dismissal: string;
  onDismiss: () => void;
  onDelete: () => void;
  /** What is deleted, and what breaks. */
  children: ReactNode;
}

/** Asks before something is deleted, and has a word typed where something depends on it. */
export function DeleteModal(props: Props) {
  const { title, confirmation, correction, action, isBusy, dismissal, onDismiss, onDelete, children } = props;
  const styles = useStyles2(getStyles);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState('');
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (confirmation && typed.trim().toLowerCase() !== confirmation.toLowerCase()) {
      setError(correction);
      document.getElementById(id)?.focus();
    } else if (!isBusy) {
      onDelete();
    }
  };
  return (
    <Modal isOpen className={dialog} title={title} onDismiss={onDismiss}>
      <form onSubmit={submit} noValidate>
        <div className={styles.body}>
          {children}
          {confirmation && (
            <Field label={`Type ${confirmation} to confirm`} invalid={error !== ''} error={error} noMargin>
              <Input
                id={id}
                ref={focusFirst}
                value={typed}
                autoComplete="off"
                onChange={(event) => {
                  setTyped(event.currentTarget.value);
                  setError('');
                }}
              />
            </Field>
          )}
        </div>
        <Modal.ButtonRow>
          <Button
            type="button"
            variant="secondary"
            fill="outline"
            ref={confirmation ? undefined : focusFirst}
            onClick={onDismiss}
          >
            {dismissal}
          </Button>
          <Button type="submit" variant="destructive" icon={isBusy ? 'spinner' : undefined} aria-busy={isBusy}>
            {action}
          </Button>
        </Modal.ButtonRow>
      </form>
    </Modal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // The focus ring of what stands at its edges is as wide as the padding.
  body: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    padding: theme.spacing(0.5),
    margin: theme.spacing(-0.5),
  }),
});
