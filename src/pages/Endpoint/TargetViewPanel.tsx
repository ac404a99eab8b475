import { Text } from '@grafana/ui';
import React from 'react';
import { Quote } from '../../components/Quote';
import { Disclosure } from '../../components/Disclosure';
import { type Fact, FactList } from '../../components/FactList';
import { Panel } from '../../components/Panel';
import { useNow } from '../../components/useTime';
import { type useTargetView } from '../../data/useFollow';
import { agoText } from '../../domain/age';
import { type Endpoint } from '../../domain/endpoint';
import { type Failure } from '../../domain/failure';
import { type KnownView } from '../../domain/following';
import { isAwaited, type MatchGrade } from '../../domain/state/status';

interface Props {
  endpoint: Endpoint;
  target: ReturnType<typeof useTargetView>;
}

const grades: Record<MatchGrade, string> = { confirmed: 'Confirmed', probable: 'Probable', unknown: 'Unknown' };

/** The connection as the workspace knows it and as the target tells it, and how sure it is that both are the same. */
export function TargetViewPanel({ endpoint, target: { view, isReading, failure } }: Props) {
  const now = useNow();
  const isUnmatched = view?.grade === 'unknown' && !view.error;
  return (
    <Panel title="Approval status">
      <FactList facts={factsOf(endpoint, view, isReading)} />
      {isUnmatched && (
        <Text element="p" color="secondary">
          {view.reason}
        </Text>
      )}
      {failure && <Unread failure={failure} />}
      {view && (
        <Text element="p" color="secondary" variant="bodySmall">
          Target updated {agoText(view.readAt, Math.max(now, view.readAt))}.
          {isAwaited(endpoint) && ' Checks the target automatically while waiting.'}
        </Text>
      )}
    </Panel>
  );
}

function factsOf(endpoint: Endpoint, view: KnownView | undefined, isReading: boolean): Fact[] {
  const own: Fact = { term: 'State in workspace', content: endpoint.connectionState, empty: 'No state' };
  if (!view || view.error) {
    return [
      own,
      {
        term: 'State on target',
        content: '',
        empty: view ? 'Couldn’t be loaded' : isReading ? 'Loading…' : 'Not loaded yet',
      },
    ];
  }
  if (view.grade === 'unknown') {
    return [own, { term: 'State on target', content: '', empty: 'Unknown' }];
  }
  return [
    own,
    { term: 'State on target', content: view.status, empty: 'No state' },
    { term: 'Description on target', content: view.description && <Quote>{view.description}</Quote> },
    { term: 'Match', content: `${grades[view.grade]}. ${view.reason}` },
    { term: 'Connection', content: view.connectionName },
  ];
}

/** Why the target's side is unknown: common, as targets often belong to others. */
function Unread({ failure: { message, hint, cause } }: { failure: Failure }) {
  return (
    <div>
      <Text element="p">Couldn’t load the target. Only the state in the workspace is known. {message}</Text>
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
