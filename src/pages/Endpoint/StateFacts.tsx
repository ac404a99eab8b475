import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { Quote } from '../../components/Quote';
import { TextLink } from '../../components/links';
import { useNow } from '../../components/useNow';
import { useLastOperation } from '../../data/useChange';
import { useWorkspace } from '../../data/workspace';
import { type Endpoint } from '../../domain/endpoint';
import { type KnownView } from '../../domain/following';
import { portalLink } from '../../domain/portal';
import { latestWords } from '../../domain/state/ownersWords';
import { type NextActor, stateWords } from '../../domain/state/stateWords';
import { type EndpointStatus, seemsDecided } from '../../domain/state/status';
import { workingFor } from '../../domain/state/workingFor';

interface Props {
  endpoint: Endpoint;
  status: EndpointStatus;
  view: KnownView | undefined;
}

const actors: Record<NextActor, string> = {
  you: 'You',
  owner: 'Resource owner',
  azure: 'Azure',
  nobody: 'Unknown',
};

/** Why the state is as it is, whose turn it is and what comes next. */
export function StateFacts({ endpoint, status, view }: Props) {
  const styles = useStyles2(getStyles);
  const { who, next } = stateWords(status, endpoint);
  const words = latestWords(endpoint, view);
  const working = workingFor(status, endpoint, useNow());
  const facts: Array<[term: string, content: ReactNode]> = [
    ['Match', seemsDecided(status) && view && `Probable. ${view.reason}`],
    ['Owner comment', words && <Quote>{words}</Quote>],
    ['Reason', status === 'failed' && <Reason endpoint={endpoint} />],
    ['Next action by', actors[who]],
    ['Next step', [working, next].filter(Boolean).join(' ')],
  ];
  return (
    <dl className={styles.list}>
      {facts
        .filter(([, content]) => content)
        .map(([term, content]) => (
          <div key={term} className={styles.row}>
            <dt>{term}</dt>
            <dd>{content}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Azure's reason where the change was started on this page; else where it can be looked up. */
function Reason({ endpoint }: Pick<Props, 'endpoint'>) {
  const { data: workspace } = useWorkspace();
  const error = useLastOperation(endpoint.name)?.error;
  const log = workspace ? portalLink(workspace, workspace.id, 'eventlogs') : '';
  if (error) {
    return <>{[error.message, error.cause].filter(Boolean).join(' ')}</>;
  }
  return (
    <>
      No reason is available here. See the workspace’s activity log (90 days).{' '}
      {log && (
        <TextLink href={log} inline>
          Open activity log
        </TextLink>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5), margin: 0 }),
  row: css({
    display: 'grid',
    gridTemplateColumns: `${theme.spacing(14)} minmax(0, 1fr)`,
    gap: theme.spacing(0, 2),
    '& > dt': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    '& > dd': { margin: 0, overflowWrap: 'anywhere' },
  }),
});
