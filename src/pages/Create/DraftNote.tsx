import { Button, Stack, Text } from '@grafana/ui';
import React, { useState } from 'react';
import { DiscardModal } from '../../components/DiscardModal';
import { useNow } from '../../components/useTime';
import { agoText } from '../../domain/age';

interface Props {
  /** Milliseconds; 0 while nothing is kept. */
  changedAt: number;
  onStartOver: () => void;
}

/** Says where the draft is kept, and drops it on demand, after asking. */
export function DraftNote({ changedAt, onStartOver }: Props) {
  const now = useNow();
  const [asking, setAsking] = useState(false);
  if (changedAt === 0) {
    return null;
  }
  return (
    <Stack direction="row" wrap="wrap" alignItems="center" gap={1}>
      <Text color="secondary" variant="bodySmall">
        Draft changed {agoText(changedAt, Math.max(now, changedAt))}. Kept in this browser for 30 days.
      </Text>
      <Button variant="secondary" fill="text" size="sm" icon="trash-alt" onClick={() => setAsking(true)}>
        Start over
      </Button>
      <DiscardModal
        isOpen={asking}
        title="Start over?"
        action="Start over"
        onDiscard={onStartOver}
        onClose={() => setAsking(false)}
      />
    </Stack>
  );
}
