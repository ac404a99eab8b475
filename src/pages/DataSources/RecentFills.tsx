import { Stack, Text } from '@grafana/ui';
import React, { useState } from 'react';
import { Disclosure } from '../../components/Disclosure';
import { UndoItem } from '../../components/UndoItem';
import { forgetReceipt, type KeptReceipt, useReceipts } from '../../data/fillReceipts';
import { type DataSourcePlace } from '../../data/usePlace';
import { useUndoFill } from '../../data/useUndoFill';

interface Props {
  workspaceId: string;
  place: DataSourcePlace;
}

/** What was filled in from this browser and can be undone. */
export function RecentFills({ workspaceId, place }: Props) {
  const receipts = useReceipts(workspaceId, place.place);
  const [undone, setUndone] = useState('');
  return (
    <>
      <div role="status">{undone && <Text color="success">{undone}</Text>}</div>
      {receipts.length > 0 && (
        <Disclosure label={`Filled in from this browser: ${receipts.length}, can be undone`}>
          <Stack direction="column" gap={1}>
            {receipts.map((receipt) => (
              <OneUndo
                key={receipt.uid}
                receipt={receipt}
                workspaceId={workspaceId}
                onUndone={() => setUndone(`${receipt.name} has its old address again, at ${receipt.hostBefore}.`)}
              />
            ))}
          </Stack>
        </Disclosure>
      )}
    </>
  );
}

interface OneProps {
  receipt: KeptReceipt;
  workspaceId: string;
  onUndone: () => void;
}

function OneUndo({ receipt, workspaceId, onUndone }: OneProps) {
  const undo = useUndoFill(workspaceId);
  return (
    <UndoItem
      receipt={receipt}
      endpoint={receipt.endpoint}
      busy={undo.isPending}
      failure={undo.error?.failure}
      onUndo={() => undo.mutate(receipt, { onSuccess: onUndone })}
      onForget={() => forgetReceipt(workspaceId, receipt.place, receipt.uid)}
    />
  );
}
