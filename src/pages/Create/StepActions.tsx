import { Button, Stack } from '@grafana/ui';
import React from 'react';
import { LinkButton } from '../../components/links';
import { dataSourcesPath, endpointsPath } from '../../paths';
import { type Flow } from './flow';

interface Props {
  flow: Flow;
  nextLabel: string;
  onBack?: () => void;
}

/** Ends a step's form: forward by submitting it, back, or away. */
export function StepActions({ flow, nextLabel, onBack }: Props) {
  return (
    <Stack direction="row" wrap="wrap" gap={1}>
      <Button type="submit">{nextLabel}</Button>
      {onBack && (
        <Button type="button" variant="secondary" onClick={onBack}>
          Back
        </Button>
      )}
      <CancelLink flow={flow} />
    </Stack>
  );
}

/** Leaves the flow for the list that led to it. The list of endpoints offers to continue: nothing is lost by a slip. */
export function CancelLink({ flow: { wish } }: { flow: Flow }) {
  return (
    <LinkButton variant="secondary" fill="text" href={wish ? dataSourcesPath : endpointsPath}>
      Cancel
    </LinkButton>
  );
}
