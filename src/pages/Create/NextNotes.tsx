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
        <li>You: create the request. Azure needs a few minutes for it.</li>
        <li>You: tell {owner} about it. A ready message comes with the endpoint.</li>
        <li>{owner.charAt(0).toUpperCase() + owner.slice(1)}: approves or rejects it.</li>
        <li>This plugin, or you: refresh the workspace. Only then it carries traffic.</li>
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
