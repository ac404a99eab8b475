import { Button, Field, Input, Modal, Stack, Text } from '@grafana/ui';
import React, { type FormEvent, useId, useState } from 'react';
import { ChangeStatus } from '../../components/ChangeStatus';
import { focusFirst } from '../../components/focus';
import { wrapAnywhere } from '../../components/wrapAnywhere';
import { currentUser } from '../../data/currentUser';
import { useChange } from '../../data/useChange';
import { decisionCommentProblem } from '../../domain/approval/decisionComment';
import { type PendingApproval } from '../../domain/approval/pendingApproval';
import { type Decision, failedTitle } from '../../domain/changes/change';
import { cutText, oneLine } from '../../domain/outsideText';
import { nameOfTarget } from '../../domain/target';

interface Props {
  /** The endpoint's name. */
  name: string;
  kind: 'approve' | 'reject';
  /** The request as it was seen. */
  pending: PendingApproval;
  onCancel: () => void;
  /** Azure took it. */
  onDecide: () => void;
}

/** Asks for a comment or a reason, and sends the decision on the very connection that was seen. */
export function DecideRequest({ name, kind, pending, onCancel, onDecide }: Props) {
  const { code, createdAt, connectionId, connectionName } = pending;
  const isRejection = kind === 'reject';
  const [comment, setComment] = useState(isRejection ? '' : approvedBy(code));
  const [error, setError] = useState('');
  const id = useId();
  const decision = useChange((_, here) => here && onDecide());
  const change: Decision = { kind, name, createdAt, connectionId, comment: comment.trim() };
  const target = nameOfTarget(pending.targetId);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problem = decisionCommentProblem(comment, code, isRejection);
    setError(problem);
    if (problem) {
      document.getElementById(id)?.focus();
    } else if (!decision.isPending) {
      decision.send(change);
    }
  };

  return (
    <Modal isOpen className={wrapAnywhere} title={`${isRejection ? 'Reject' : 'Approve'} ${name}`} onDismiss={onCancel}>
      <form onSubmit={submit} noValidate>
        <Stack direction="column" gap={2}>
          <Text element="p">
            {isRejection
              ? `The workspace can’t connect to ${target} over this endpoint. A rejected endpoint can only be deleted.`
              : `Data sources of the workspace can connect to ${target} after the next refresh.`}
          </Text>
          <Text element="p" color="secondary">
            Connection: {connectionName}
          </Text>
          <Field
            label={isRejection ? 'Reason' : 'Comment'}
            description={`Everyone who can view the connection sees it. The request code ${code} stays in it.`}
            required={isRejection}
            invalid={error !== ''}
            error={error}
            noMargin
          >
            <Input
              id={id}
              ref={focusFirst}
              value={comment}
              autoComplete="off"
              onChange={(event) => {
                setComment(event.currentTarget.value);
                setError('');
              }}
            />
          </Field>
          <ChangeStatus waiting={decision.waiting} failure={decision.failure} title={failedTitle(change)} />
          <Modal.ButtonRow>
            <Button type="button" variant="secondary" fill="outline" onClick={onCancel}>
              Cancel
            </Button>
            <Button
              type="submit"
              variant={isRejection ? 'destructive' : 'primary'}
              icon={decision.isPending ? 'spinner' : undefined}
              aria-busy={decision.isPending}
            >
              {isRejection ? 'Reject request' : 'Approve request'}
            </Button>
          </Modal.ButtonRow>
        </Stack>
      </form>
    </Modal>
  );
}

/** Azure only notes the plugin's identity, so the comment says who it was. */
function approvedBy(code: string): string {
  const { label } = currentUser();
  return label ? cutText(oneLine(`Approved in Grafana by ${label}`), 139 - code.length) : '';
}
