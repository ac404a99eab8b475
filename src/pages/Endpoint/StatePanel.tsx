import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { type Fact, FactList } from '../../components/FactList';
import { TextLink } from '../../components/links';
import { Quote } from '../../components/Quote';
import { ReadStatus } from '../../components/ReadStatus';
import { StatusBadge } from '../../components/StatusBadge';
import { useNow } from '../../components/useTime';
import { useLastOperation } from '../../data/useChange';
import { useWorkspace } from '../../data/workspace';
import { type Endpoint } from '../../domain/endpoint';
import { type KnownView } from '../../domain/following';
import { portalLink } from '../../domain/portal';
import { latestOwnerComment } from '../../domain/state/ownerComment';
import { type NextActor, stateWords, type Tone } from '../../domain/state/stateWords';
import { type EndpointStatus, seemsDecided } from '../../domain/state/status';
import { workingFor } from '../../domain/state/workingFor';
import { type Dependent } from './DeleteEndpoint';
import { EndpointActions, STATE } from './EndpointActions';

interface Props {
  endpoint: Endpoint;
  status: EndpointStatus;
  view: KnownView | undefined;
  readAt: number;
  reading: boolean;
  onRead: () => void;
  /** Data sources that a deletion would break; undefined where that isn't known. */
  dependents: Dependent[] | undefined;
}

/** The state in words, what it means, who must do what next, and what can be done about it. */
export function StatePanel({ endpoint, status, view, readAt, reading, onRead, dependents }: Props) {
  const { label, tone, meaning } = stateWords(status, endpoint);
  const styles = useStyles2(getStyles, tone);
  return (
    <section className={styles.panel} aria-label="State" id={STATE} tabIndex={-1}>
      <div className={styles.row}>
        <StatusBadge label={label} tone={tone} />
        <ReadStatus readAt={readAt} reading={reading} onReload={onRead} />
      </div>
      <Text element="p" variant="h5">
        {meaning}
      </Text>
      <StateFacts endpoint={endpoint} status={status} view={view} />
      <EndpointActions endpoint={endpoint} status={status} dependents={dependents} />
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2, tone: Tone) => ({
  panel: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    padding: theme.spacing(2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderLeft: `${theme.spacing(0.5)} solid ${edge(theme, tone)}`,
    borderRadius: theme.shape.radius.default,
  }),
  row: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    justifyContent: 'space-between',
    alignItems: 'center',
  }),
});

function edge({ colors }: GrafanaTheme2, tone: Tone): string {
  return tone === 'neutral' ? colors.border.strong : colors[tone].border;
}

interface StateFactsProps {
  endpoint: Endpoint;
  status: EndpointStatus;
  view: KnownView | undefined;
}

const actors: Record<Exclude<NextActor, 'nobody'>, string> = {
  you: 'You',
  owner: 'Resource owner',
  azure: 'Azure',
};

/** Why the state is as it is, who acts next and what comes next. */
function StateFacts({ endpoint, status, view }: StateFactsProps) {
  const { who, next } = stateWords(status, endpoint);
  const words = latestOwnerComment(endpoint, view);
  const working = workingFor(status, endpoint, useNow());
  const facts: Fact[] = [
    { term: 'Match', content: seemsDecided(status) && view && `Probable. ${view.reason}` },
    { term: 'Owner comment', content: words && <Quote>{words}</Quote> },
    { term: 'Reason', content: status === 'failed' && <Reason endpoint={endpoint} /> },
    { term: 'Next action by', content: who !== 'nobody' && actors[who] },
    { term: 'Next step', content: [working, next].filter(Boolean).join(' ') },
  ];
  return <FactList facts={facts.filter(({ content }) => content)} />;
}

/** Azure's reason where the change was started on this page; else where it can be looked up. */
function Reason({ endpoint }: Pick<StateFactsProps, 'endpoint'>) {
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
