import { Button, Stack, Text } from '@grafana/ui';
import React, { useState } from 'react';
import { useReturnFocus } from '../../components/focus';
import { type EndpointRow } from '../../domain/list/row';
import { DeleteSeveral } from './DeleteSeveral';

interface Props {
  rows: readonly EndpointRow[];
  onClear: () => void;
}

/** What can be done with the chosen endpoints. */
export function ChosenActions({ rows, onClear }: Props) {
  // The dialog is about those that were chosen when it opened, also while they go one by one.
  const [seen, setSeen] = useState<readonly EndpointRow[]>();
  const { noteOpener } = useReturnFocus(seen !== undefined);
  return (
    <>
      {rows.length > 0 && (
        <Stack direction="row" alignItems="center" gap={1}>
          <span role="status">
            <Text color="secondary" variant="bodySmall">{`${rows.length.toLocaleString('en-US')} selected`}</Text>
          </span>
          <Button
            variant="destructive"
            size="sm"
            icon="trash-alt"
            onClick={(event) => {
              noteOpener(event.currentTarget);
              setSeen(rows);
            }}
          >
            Delete
          </Button>
          <Button variant="secondary" size="sm" onClick={onClear}>
            Clear selection
          </Button>
        </Stack>
      )}
      {seen && <DeleteSeveral rows={seen} onClose={() => setSeen(undefined)} onDone={onClear} />}
    </>
  );
}
