import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { ReadStatus } from '../../components/ReadStatus';
import { WorkspaceLine } from '../../components/WorkspaceLine';
import { useWorkspace } from '../../data/workspace';
import { NewEndpointButton } from './NewEndpointButton';

interface Props {
  /** Milliseconds since 1970; 0 before the first answer. */
  readAt: number;
  reading: boolean;
  onReload: () => void;
  /** False where the page offers it elsewhere. */
  offersNew: boolean;
  /** The workspace's tier is not known to have no endpoints. */
  canHaveSome: boolean;
}

/** Which workspace this is, and what can be done with all of it. It has its size and place before anything is read. */
export function ListHead({ readAt, reading, onReload, offersNew, canHaveSome }: Props) {
  const { data: workspace } = useWorkspace();
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.row}>
      <div className={styles.workspace}>{workspace && <WorkspaceLine workspace={workspace} />}</div>
      <div className={styles.actions}>
        <ReadStatus readAt={readAt} reading={reading} onReload={onReload} />
        {offersNew && <NewEndpointButton isMain={canHaveSome} />}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 2), alignItems: 'flex-start' }),
  // The lines that it mostly takes.
  workspace: css({
    flex: `1 1 ${theme.spacing(40)}`,
    minHeight: theme.spacing(6),
    [theme.breakpoints.down('sm')]: { minHeight: theme.spacing(12) },
  }),
  actions: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1, 2),
    marginLeft: 'auto',
  }),
});
