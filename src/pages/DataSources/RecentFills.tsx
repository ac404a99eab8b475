import { Stack, Text } from '@grafana/ui';
import React, { useState } from 'react';
import { Disclosure } from '../../components/Disclosure';
import { useReceipts } from '../../data/keptFills';
import { UndoReceipt } from './UndoReceipt';

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
      <div role="status">{undone && <Text color="success">{undone}</Text>}</div>
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
