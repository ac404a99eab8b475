import { Icon, Spinner, Stack, Text } from '@grafana/ui';
import React from 'react';
import { type SeriesStep } from '../../data/useChangeSeries';

interface Props {
  name: string;
  /** The endpoint's state, which stands here until its deletion was asked for. */
  stateLabel: string;
  step: SeriesStep | undefined;
}

/** How the deletion of one endpoint is going. */
export function DeletionStep({ name, stateLabel, step }: Props) {
  switch (step?.status) {
    case undefined:
      return <Note>{stateLabel}</Note>;
    case 'queued':
      return <Note>Waiting for its turn</Note>;
    case 'stopped':
      return <Note>Not sent</Note>;
    case 'sending':
      return (
        <Stack direction="row" alignItems="center" gap={1}>
          <Spinner inline />
          <span role="status">
            <Note>{step.waiting?.reason ?? `Deleting ${name}…`}</Note>
          </span>
        </Stack>
      );
    case 'taken':
      return (
        <Stack direction="row" alignItems="center" gap={1}>
          <Icon name="check" aria-hidden />
          <Note>Deletion started</Note>
        </Stack>
      );
    case 'failed':
      return (
        <div role="alert">
          <Text element="p" color="error">{`Couldn’t delete ${name}. ${step.failure.message}`}</Text>
          {step.failure.hint && <Note>{step.failure.hint}</Note>}
        </div>
      );
  }
}

function Note({ children }: { children: string }) {
  return (
    <Text element="p" color="secondary" variant="bodySmall">
      {children}
    </Text>
  );
}
