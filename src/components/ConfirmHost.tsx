import { Button } from '@grafana/ui';
import React from 'react';
import { type Failure } from '../domain/failure';
import { LiveWarning } from './InputNote';

interface Props {
  host: string;
  /** Name of the target that it leads to. */
  target: string;
  isConfirmed: boolean;
  isPending: boolean;
  failure: Failure | undefined;
  /** Gets the button, which goes away when it is done. */
  onClick: (button: HTMLElement) => void;
}

/** Says for all admins that a host name leads to a target, or takes that back. */
export function ConfirmHost({ host, target, isConfirmed, isPending, failure, onClick }: Props) {
  return (
    <div>
      <Button
        size="sm"
        variant="secondary"
        icon={isPending ? 'spinner' : undefined}
        aria-busy={isPending}
        aria-label={isConfirmed ? `Remove ${host}` : `Confirm that ${host} leads to ${target}`}
        tooltip={isConfirmed ? undefined : 'Applies to all admins. You can remove it on the page of the endpoint.'}
        onClick={({ currentTarget }) => !isPending && onClick(currentTarget)}
      >
        {isConfirmed ? 'Remove' : 'Confirm name'}
      </Button>
      <LiveWarning text={failure && `The name wasn’t saved. ${failure.message}`} />
    </div>
  );
}
