import React from 'react';
import { DraftOffer } from '../../components/DraftOffer';
import { discardDraft, useUnfinishedDrafts } from '../../data/createDrafts';
import { useWaitingCreates } from '../../data/useWaitingCreates';
import { draftSubject } from '../../domain/create/draft';
import { continueRequestPath } from '../../paths';

/** The requests that were begun in this browser and not sent, one a line. */
export function UnfinishedRequests({ workspaceId }: { workspaceId: string }) {
  const waiting = useWaitingCreates(workspaceId);
  // What waits in line is told among the changes under way.
  const drafts = useUnfinishedDrafts(workspaceId).filter(({ draft }) => !waiting.has(draft.name.toLowerCase()));
  return (
    <>
      {drafts.map(({ id, from, sent, draft }) => (
        <DraftOffer
          key={id}
          subject={sent || draftSubject(draft)}
          isUnclear={sent !== ''}
          href={continueRequestPath(from)}
          onDiscard={() => discardDraft(workspaceId, id)}
        />
      ))}
    </>
  );
}
