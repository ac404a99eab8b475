import { Button } from '@grafana/ui';
import React from 'react';

interface Props {
  /** True while a refresh runs or waits. */
  busy: boolean;
  variant: 'primary' | 'secondary';
  onStart: () => void;
}

/** Syncs the workspace's network. It keeps the focus while it is busy. */
export function RefreshButton({ busy, variant, onStart }: Props) {
  return (
    <Button icon={busy ? 'spinner' : 'sync'} variant={variant} onClick={() => !busy && onStart()} aria-busy={busy}>
      {busy ? 'Refreshing…' : 'Refresh the workspace'}
    </Button>
  );
}
