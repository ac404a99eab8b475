import { Button, Stack } from '@grafana/ui';
import React from 'react';

interface Props {
  nextLabel: string;
  onBack?: () => void;
}

/** Ends a step's form: forward by submitting it, back. */
export function StepActions({ nextLabel, onBack }: Props) {
  return (
    <Stack direction="row" gap={1}>
      <Button type="submit">{nextLabel}</Button>
      {onBack && (
        <Button type="button" variant="secondary" onClick={onBack}>
          Back
        </Button>
      )}
    </Stack>
  );
}
