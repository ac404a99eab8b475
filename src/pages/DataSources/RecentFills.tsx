import { css } from '@emotion/css';
import { Stack, Text } from '@grafana/ui';
import React, { useState } from 'react';
import { Disclosure } from '../../components/Disclosure';
import { UndoItem } from '../../components/UndoItem';
import { useReceipts, useUndoFill } from '../../data/keptFills';

interface Props {
  /** Only those of this endpoint; left out for all. */
  endpoint?: string;
  /** Data sources whose change is told elsewhere on the page. */
  except?: ReadonlySet<string>;
}

/** What was filled in from this browser and can be undone. */
export function RecentFills({ endpoint, except }: Props) {
  const receipts = useReceipts().filter(
    (receipt) =>
      !except?.has(receipt.uid) && (endpoint === undefined || receipt.endpoint.toLowerCase() === endpoint.toLowerCase())
  );
  const [undone, setUndone] = useState('');
  return (
    <>
      <div role="status" className={hasText}>
        {undone && <Text color="success">{undone}</Text>}
      </div>
      {receipts.length > 0 && (
        <Disclosure label={`Recent updates in this browser: ${receipts.length}`}>
          <Stack direction="column" gap={1}>
            {receipts.map((receipt) => (
              <UndoReceipt
                key={receipt.uid}
                uid={receipt.uid}
                onUndone={() => setUndone(`${receipt.name} uses its previous host again: ${receipt.before.host}.`)}
              />
            ))}
          </Stack>
        </Disclosure>
      )}
    </>
  );
}

/** What has nothing to tell yet stays there for screen readers, and takes no room. */
const hasText = css({ '&:empty': { position: 'absolute' } });

interface UndoReceiptProps {
  uid: string;
  onUndone: () => void;
}

/** The way back from the last change of a data source, as long as its receipt is kept. */
export function UndoReceipt({ uid, onUndone }: UndoReceiptProps) {
  const receipt = useReceipts().find((one) => one.uid === uid);
  const { undo, forget } = useUndoFill();
  return receipt ? (
    <UndoItem
      receipt={receipt}
      endpoint={receipt.endpoint}
      busy={undo.isPending}
      failure={undo.error?.failure}
      // Awaited here: once undone, this is no longer on the page to be called back.
      onUndo={() => void undo.mutateAsync(receipt).then(onUndone, () => undefined)}
      onForget={() => forget(receipt)}
    />
  ) : null;
}
