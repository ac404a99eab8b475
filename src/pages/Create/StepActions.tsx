import { Button, Stack } from '@grafana/ui';
import React from 'react';
import { CancelLink } from './CancelLink';

interface Props {
  nextLabel: string;
  onBack?: () => void;
}

/** Ends a step's form: forward by submitting it, back, or away. */
export function StepActions({ nextLabel, onBack }: Props) {
  return (
    <Stack direction="row" wrap="wrap" gap={1}>
      <Button type="submit">{nextLabel}</Button>
      {onBack && (
        <Button type="button" variant="secondary" onClick={onBack}>
          Back
        </Button>
      )}
      <CancelLink />
    </Stack>
  );
}
