import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { DiscardModal } from './DiscardModal';
import { TextLink } from './links';

interface Props {
  /** What it asks for; '' while nothing is chosen. */
  subject: string;
  /** Where it goes on. */
  path: string;
  onDiscard: () => void;
}

/** A quiet line about a request that was begun here: go on with it, or throw it away. */
export function DraftOffer({ subject, path, onDiscard }: Props) {
  const styles = useStyles2(getStyles);
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

const getStyles = (theme: GrafanaTheme2) => ({
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
