import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef } from 'react';
import { DraftOffer } from '../../components/DraftOffer';
import { discardDraft, useUnfinishedDrafts } from '../../data/createDrafts';
import { useWorkspaceId } from '../../data/workspace';
import { draftSubject } from '../../domain/create/draft';
import { sentAs } from '../../domain/create/sameRequest';
import { type Endpoint } from '../../domain/endpoint';
import { continueRequestPath } from '../../paths';

/** The requests that were begun in this browser and not sent, one a line. */
export function UnfinishedRequests({ endpoints }: { endpoints: readonly Endpoint[] }) {
  const workspaceId = useWorkspaceId();
  const styles = useStyles2(getStyles);
  const drafts = useUnfinishedDrafts().filter(({ draft }) => !sentAs(draft, endpoints));
  const lines = useRef<HTMLDivElement>(null);
  const discarded = useRef(false);
  useEffect(() => {
    if (discarded.current) {
      discarded.current = false;
      // The button that was pressed is gone: the keyboard goes on from where it was.
      lines.current?.focus();
    }
  }, [drafts.length]);
  const discard = (id: string) => {
    discarded.current = true;
    discardDraft(workspaceId, id);
  };
  return (
    <div ref={lines} tabIndex={-1} className={styles.lines}>
      {drafts.map(({ id, from, draft }) => (
        <DraftOffer
          key={id}
          subject={draftSubject(draft)}
          path={continueRequestPath(from)}
          onDiscard={() => discard(id)}
        />
      ))}
    </div>
  );
}

const getStyles = () => ({
  // Without a line it takes no room among the parts of the page, and can still have the focus.
  lines: css({ '&:focus': { outline: 'none' }, '&:empty': { position: 'absolute' } }),
});
