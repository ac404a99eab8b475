import React from 'react';
import { UndoItem } from '../../components/UndoItem';
import { useReceipts, useUndoFill } from '../../data/keptFills';

interface Props {
  uid: string;
  onUndone: () => void;
}

/** The way back from the last change of a data source, as long as its receipt is kept. */
export function UndoReceipt({ uid, onUndone }: Props) {
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
