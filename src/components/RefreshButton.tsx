import { Button, Stack } from '@grafana/ui';
import React from 'react';
import { type Waiting } from '../domain/changes/change';
import { type Failure } from '../domain/failure';
import { ChangeStatus } from './ChangeStatus';

interface Props {
  /** A refresh is being sent, waits or runs. */
  busy: boolean;
  waiting: Waiting | undefined;
  failure: Failure | undefined;
  start: () => void;
  cancel: () => void;
  variant: 'primary' | 'secondary';
  size?: 'sm' | 'md';
  /** What a screen reader says, where several stand on one page. */
  label?: string;
}

/** Syncs the workspace's managed network, and says where that isn't done. It keeps the focus while it is busy. */
export function RefreshButton({ busy, waiting, failure, start, cancel, variant, size, label }: Props) {
  return (
    <Stack direction="column" alignItems="flex-start" gap={waiting || failure ? 1 : 0}>
      <Button
        icon={busy ? 'spinner' : 'sync'}
        variant={variant}
        size={size}
        aria-label={busy ? undefined : label}
        aria-busy={busy}
        onClick={() => !busy && start()}
      >
        {busy ? 'Refreshing…' : 'Refresh'}
      </Button>
      <ChangeStatus waiting={waiting} failure={failure} cancel={cancel} title="Couldn’t refresh" />
    </Stack>
  );
}
