import { Button, Stack } from '@grafana/ui';
import React from 'react';
import { LinkButton } from '../../components/links';
import { endpointsPath } from '../../paths';

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

/** Leaves the flow for the list, which offers to continue: nothing is lost by a slip. */
export function CancelLink() {
  return (
    <LinkButton variant="secondary" fill="text" href={endpointsPath}>
      Cancel
    </LinkButton>
  );
}
