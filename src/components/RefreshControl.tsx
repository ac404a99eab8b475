import { Button, InlineSwitch, Stack, Text } from '@grafana/ui';
import React from 'react';

interface Props {
  /** Why, and what it does. */
  reason: string;
  /** When the last one was started here and how it ended; '' for none. */
  last: string;
  busy: boolean;
  /** True where a refresh is what the page waits for. */
  urgent: boolean;
  byItself: boolean;
  onStart: () => void;
  onByItself: (on: boolean) => void;
}

/** The one button that syncs the workspace's network, with the reason for it. */
export function RefreshControl({ reason, last, busy, urgent, byItself, onStart, onByItself }: Props) {
  return (
    <Stack direction="column" gap={1.5}>
      <Text element="p">{reason}</Text>
      <Stack direction="row" wrap="wrap" alignItems="center" gap={2}>
        <Button
          icon={busy ? 'spinner' : 'sync'}
          variant={urgent ? 'primary' : 'secondary'}
          onClick={() => !busy && onStart()}
          aria-disabled={busy}
        >
          {busy ? 'Refreshing…' : 'Refresh the workspace'}
        </Button>
        <InlineSwitch
          label="Refresh by itself after a decision"
          showLabel
          transparent
          value={byItself}
          onChange={(event) => onByItself(event.currentTarget.checked)}
        />
      </Stack>
      <Text element="p" color="secondary" variant="bodySmall">
        {last || 'No refresh was started in this browser yet. Azure tells nobody about others.'}
      </Text>
    </Stack>
  );
}
