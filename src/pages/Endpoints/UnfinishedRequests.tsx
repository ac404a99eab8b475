import React from 'react';
import { DraftOffer } from '../../components/DraftOffer';
import { discardDraft, useUnfinishedDrafts } from '../../data/createDrafts';
import { draftSubject } from '../../domain/create/draft';
import { continueRequestPath } from '../../paths';

/** The requests that were begun in this browser and not sent, one a line. */
export function UnfinishedRequests({ workspaceId }: { workspaceId: string }) {
  const drafts = useUnfinishedDrafts(workspaceId);
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
