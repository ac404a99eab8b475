import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef, useState } from 'react';
import { DiscardModal } from '../../components/DiscardModal';
import { TextLink } from '../../components/links';
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
      {drafts.map(({ id, origin, draft }) => (
        <DraftOffer
          key={id}
          subject={draftSubject(draft)}
          path={continueRequestPath(origin)}
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

interface DraftOfferProps {
  /** What it asks for; '' while nothing is chosen. */
  subject: string;
  /** Where it goes on. */
  path: string;
  onDiscard: () => void;
}

/** A quiet line about a request that was begun here: go on with it, or throw it away. */
function DraftOffer({ subject, path, onDiscard }: DraftOfferProps) {
  const styles = useStyles2(getDraftOfferStyles);
  const [asking, setAsking] = useState(false);
  const what = subject ? `request for ${subject}` : 'request';
  return (
    <div className={styles.line}>
      <Icon name="pen" size="sm" aria-hidden />
      <span>{`Draft: ${what}`}</span>
      <span className={styles.actions}>
        <TextLink href={path} variant="bodySmall" aria-label={`Continue: ${what}`}>
          Continue
        </TextLink>
        <Button
          variant="secondary"
          fill="text"
          size="sm"
          aria-label={`Discard the ${what}`}
          onClick={() => setAsking(true)}
        >
          Discard
        </Button>
      </span>
      <DiscardModal
        isOpen={asking}
        title={`Discard the ${what}?`}
        action="Discard"
        onDiscard={onDiscard}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}

const getDraftOfferStyles = (theme: GrafanaTheme2) => ({
  line: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 0.75),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
  }),
  actions: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5), whiteSpace: 'nowrap' }),
});
