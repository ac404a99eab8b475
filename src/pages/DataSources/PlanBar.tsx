import { Button, Stack, Text } from '@grafana/ui';
import React, { useState } from 'react';
import { deletePlannedUpdate, keepPlannedUpdate, type PlannedUpdate } from '../../data/keptFills';
import { useKnownPlace, useWorkspaceId } from '../../data/workspace';

interface Props {
  /** Name of the endpoint. */
  endpoint: string;
  chosen: PlannedUpdate['chosen'];
  /** What is kept already. */
  planned: PlannedUpdate | undefined;
}

/** Keeps the choice for an endpoint that isn't ready yet. */
export function PlanBar({ endpoint, chosen, planned }: Props) {
  const workspaceId = useWorkspaceId();
  const { place } = useKnownPlace();
  const [tried, setTried] = useState(false);
  const keepIt = () => {
    setTried(true);
    if (chosen.length > 0) {
      keepPlannedUpdate(workspaceId, { endpoint, place, chosen, at: Date.now() });
    }
  };
  return (
    <Stack direction="column" gap={1} alignItems="flex-start">
      <Stack direction="row" wrap="wrap" gap={1}>
        <Button icon="save" onClick={keepIt}>
          Plan update
        </Button>
        {planned && (
          <Button variant="secondary" onClick={() => deletePlannedUpdate(workspaceId, planned)}>
            Delete planned update
          </Button>
        )}
      </Stack>
      <div role="alert">{tried && chosen.length === 0 && <Text color="error">Select a data source first.</Text>}</div>
      <div role="status">
        {planned && (
          <Text color="secondary">
            Kept in this browser: {planned.chosen.map(({ name }) => name).join(', ')}. You can apply it when {endpoint}{' '}
            is ready. Nothing was changed.
          </Text>
        )}
      </div>
    </Stack>
  );
}
