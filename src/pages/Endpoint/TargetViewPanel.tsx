import { Text } from '@grafana/ui';
import React from 'react';
import { Quote } from '../../components/Quote';
import { Disclosure } from '../../components/Disclosure';
import { type Fact, FactList } from '../../components/FactList';
import { Panel } from '../../components/Panel';
import { useNow } from '../../components/useNow';
import { type KnownView } from '../../data/targetViews';
import { type useTargetView } from '../../data/useTargetView';
import { agoText } from '../../domain/age';
import { targetViewNote } from '../../domain/approval/connectionMatch';
import { type Endpoint } from '../../domain/endpoint';
import { type Failure } from '../../domain/failure';
import { type MatchGrade, statusOf } from '../../domain/state/status';

interface Props {
  endpoint: Endpoint;
  target: ReturnType<typeof useTargetView>;
}

const grades: Record<MatchGrade, string> = { certain: 'Certain', likely: 'Likely', none: 'Can’t tell' };

/** The connection as the workspace knows it and as the target tells it, and how sure it is that both are the same. */
export function TargetViewPanel({ endpoint, target: { view, isReading, error } }: Props) {
  const now = useNow();
  const failure = error?.failure ?? view?.error;
  const note = noteOn(endpoint, view);
  return (
    <Panel title="Both views">
      <FactList facts={factsOf(endpoint, view, isReading)} />
      {note && (
        <Text element="p" color="secondary">
          {note}
        </Text>
      )}
      {failure && <Unread failure={failure} />}
      {view && (
        <Text element="p" color="secondary" variant="bodySmall">
          Target read {agoText(view.readAt, Math.max(now, view.readAt))}.
          {statusOf(endpoint) === 'waiting' && ' While the request waits, it is looked at again by itself.'}
        </Text>
      )}
    </Panel>
  );
}

/** What can't be told, and what a likely match means where it says something else than the workspace. */
function noteOn({ connectionState }: Endpoint, view: KnownView | undefined): string {
  if (!view?.readable || view.status.toLowerCase() === connectionState.toLowerCase()) {
    return '';
  }
  return view.grade === 'none' ? view.reason : targetViewNote(view);
}

function factsOf(endpoint: Endpoint, view: KnownView | undefined, isReading: boolean): Fact[] {
  const own: Fact = { term: 'Workspace says', content: endpoint.connectionState, empty: 'Nothing' };
  if (!view?.readable) {
    return [
      own,
      { term: 'Target says', content: '', empty: view ? 'Can’t be read' : isReading ? 'Reading…' : 'Not read yet' },
    ];
  }
  if (view.grade === 'none') {
    return [own, { term: 'Target says', content: '', empty: 'Can’t tell which connection it is' }];
  }
  return [
    own,
    { term: 'Target says', content: view.status, empty: 'Nothing' },
    { term: 'Its description', content: view.description && <Quote>{view.description}</Quote> },
    { term: 'Same connection', content: `${grades[view.grade]}. ${view.reason}` },
    { term: 'Connection', content: view.connectionName },
  ];
}

/** Why the target's side is unknown: common, as targets often belong to others. */
function Unread({ failure: { message, hint, cause } }: { failure: Failure }) {
  return (
    <div>
      <Text element="p">The target could not be read, so only the workspace’s own view is known. {message}</Text>
      {(hint || cause) && (
        <Disclosure label="Details">
          {[hint, cause]
            .filter((detail) => detail !== undefined)
            .map((detail) => (
              <Text key={detail} element="p" variant="bodySmall">
                {detail}
              </Text>
            ))}
        </Disclosure>
      )}
    </div>
  );
}
