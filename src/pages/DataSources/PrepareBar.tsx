import { Button, Stack, Text } from '@grafana/ui';
import React, { useState } from 'react';
import { forgetPrepared, keepPrepared, type PreparedFill } from '../../data/keptFills';
import { useKnownPlace, useWorkspaceId } from '../../data/workspace';

interface Props {
  /** Name of the endpoint. */
  endpoint: string;
  chosen: PreparedFill['chosen'];
  /** What is kept already. */
  prepared: PreparedFill | undefined;
}

/** Keeps the choice for an endpoint that isn't usable yet. */
export function PrepareBar({ endpoint, chosen, prepared }: Props) {
  const workspaceId = useWorkspaceId();
  const { place } = useKnownPlace();
  const [tried, setTried] = useState(false);
  const keepIt = () => {
    setTried(true);
    if (chosen.length > 0) {
      keepPrepared(workspaceId, { endpoint, place, chosen, at: Date.now() });
    }
  };
  return (
    <Stack direction="column" gap={1} alignItems="flex-start">
      <Stack direction="row" wrap="wrap" gap={1}>
        <Button icon="save" onClick={keepIt}>
          Plan update
        </Button>
        {prepared && (
          <Button variant="secondary" onClick={() => forgetPrepared(workspaceId, prepared)}>
            Delete planned update
          </Button>
        )}
      </Stack>
      <div role="alert">{tried && chosen.length === 0 && <Text color="error">Select a data source first.</Text>}</div>
      <div role="status">
        {prepared && (
          <Text color="secondary">
            Kept in this browser: {prepared.chosen.map(({ name }) => name).join(', ')}. You can apply it when {endpoint}{' '}
            is ready. Nothing was changed.
          </Text>
        )}
      </div>
    </Stack>
  );
}
