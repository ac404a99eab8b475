import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { Panel } from '../../components/Panel';
import { reviewNotes } from '../../domain/create/wizardSteps';
import { nameOfTarget } from '../../domain/list/row';

/** What happens after the request, and by whom. */
export function NextNotes({ targetId }: { targetId: string }) {
  const styles = useStyles2(getStyles);
  const owner = `the owner of ${nameOfTarget(targetId)}`;
  return (
    <Panel title="What happens next">
      <ol className={styles.list}>
        <li>You create the request. This takes Azure a few minutes.</li>
        <li>You send the approval request to {owner}.</li>
        <li>{owner.charAt(0).toUpperCase() + owner.slice(1)} approves or rejects the request.</li>
        <li>A refresh, automatic or manual, applies the approval. Traffic flows only after that.</li>
      </ol>
      <ul className={styles.list}>
        {reviewNotes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Panel>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    margin: 0,
    paddingLeft: theme.spacing(2.5),
  }),
});
