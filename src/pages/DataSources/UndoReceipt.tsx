import React from 'react';
import { UndoItem } from '../../components/UndoItem';
import { forgetReceipt, useReceipts } from '../../data/fillReceipts';
import { useUndoFill } from '../../data/useUndoFill';
import { type Place } from '../../domain/place';

interface Props {
  workspaceId: string;
  place: Place;
  uid: string;
  onUndone: () => void;
}

/** The way back from the last change of a data source, as long as its receipt is kept. */
export function UndoReceipt({ workspaceId, place, uid, onUndone }: Props) {
  const receipt = useReceipts(workspaceId, place).find((one) => one.uid === uid);
  const undo = useUndoFill(workspaceId);
  return receipt ? (
    <UndoItem
      receipt={receipt}
      endpoint={receipt.endpoint}
      busy={undo.isPending}
      failure={undo.error?.failure}
      // Awaited here: once undone, this is no longer on the page to be called back.
      onUndo={() => void undo.mutateAsync(receipt).then(onUndone, () => undefined)}
      onForget={() => forgetReceipt(workspaceId, place, uid)}
    />
  ) : null;
}
