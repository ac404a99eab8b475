import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Stack, Text, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { Panel } from '../../components/Panel';
import { useReadDataSources } from '../../data/dataSources';
import { type FillRequest, useFillIn } from '../../data/useFillIn';
import { type DataSource } from '../../domain/address/dataSource';
import { type Endpoint } from '../../domain/endpoint';
import { proposeFill } from '../../domain/fillIn/proposeFill';
import { rankDataSources } from '../../domain/fillIn/rankDataSources';
import { type Matching } from '../../domain/matching/matchAll';
import { type Target } from '../../domain/target';
import { isEndpointReady } from '../../domain/state/status';
import { ApplyBar } from './ApplyBar';
import { CandidateList } from './CandidateList';
import { EndpointOffer } from './EndpointOffer';
import { FillCard } from './FillCard';
import { planFill } from './fillPlan';
import { PlanBar } from './PlanBar';
import { RecentFills } from './RecentFills';
import { useFillChoices } from './useFillChoices';

interface Props {
  endpoint: Endpoint;
  target: Target | undefined;
  dataSources: readonly DataSource[];
  matching: Matching;
}

/** Choose data sources, see what would change, apply, and see how each one went. */
export function FillInBody({ endpoint, target, dataSources, matching }: Props) {
  const styles = useStyles2(getStyles);
  const candidates = useMemo(
    () => rankDataSources(endpoint, dataSources, matching.byDataSource),
    [endpoint, dataSources, matching]
  );
  const { choices, toggle, change, hold, planned } = useFillChoices(endpoint.name);
  const uids = [...choices.keys()];
  const reads = useReadDataSources(uids);
  const { progress, start, forget } = useFillIn();
  // Where each one keeps its address there is nothing to choose, and no button for it.
  const nothingToChoose = useMemo(
    () =>
      choices.size === 0 &&
      !candidates.some(({ dataSource }) => {
        const { kind } = proposeFill({ endpoint, dataSource, target, host: '', unsafeNumbers: false });
        return kind === 'change' || kind === 'ask';
      }),
    [candidates, choices.size, endpoint, target]
  );
  const stopsUsing = (uid: string) =>
    (matching.byDataSource.get(uid) ?? [])
      .filter(({ by, endpoint: other }) => by !== 'alias' && other.id !== endpoint.id)
      .map((match) => match.endpoint.name);
  const nameOf = (uid: string) => dataSources.find((one) => one.uid === uid)?.name ?? uid;

  const cards = [...choices].map(([uid, choice]) => {
    const { read, failure } = reads.get(uid) ?? { read: undefined, failure: undefined };
    return { uid, choice, read, failure, plan: read && planFill(endpoint, target, read, choice) };
  });
  const requests = cards.flatMap(({ uid, read, plan }): FillRequest[] => {
    const done = ['waiting', 'writing', 'written'].includes(progress.get(uid)?.state ?? '');
    if (!read || !plan?.ready || plan.proposal.kind !== 'change' || done) {
      return [];
    }
    return [{ dataSource: read.dataSource, endpoint, change: plan.proposal.change }];
  });
  const endpointReady = isEndpointReady(endpoint);
  const written = new Set([...progress].filter(([, { state }]) => state === 'written').map(([uid]) => uid));

  return (
    <Stack direction="column" gap={2}>
      <EndpointOffer endpoint={endpoint} target={target} />
      <RecentFills endpoint={endpoint.name} except={written} />
      <div className={styles.columns}>
        <CandidateList
          candidates={candidates}
          endpoint={endpoint}
          target={target}
          chosen={new Set(uids)}
          onToggle={toggle}
        />
        <div className={styles.column}>
          <Panel title="Preview">
            {cards.length === 0 && (
              <Text element="p" color="secondary">
                {nothingToChoose
                  ? 'No changes needed. See the reason next to each data source.'
                  : 'Select a data source to preview the change.'}
              </Text>
            )}
            {cards.map(({ uid, choice, read, failure, plan }) => (
              <FillCard
                key={uid}
                endpoint={endpoint}
                uid={uid}
                name={nameOf(uid)}
                read={read}
                readFailure={failure}
                plan={plan}
                choice={choice}
                stopsUsing={stopsUsing(uid)}
                progress={progress.get(uid)}
                onChange={(part) => change(uid, part)}
                onRemove={() => toggle(uid)}
                onUndone={() => forget(uid)}
              />
            ))}
          </Panel>
          {endpointReady && !nothingToChoose && (
            <ApplyBar
              endpoint={endpoint.name}
              chosen={cards.length}
              isReading={cards.some(({ read, failure }) => !read && !failure)}
              requests={requests}
              progress={progress}
              stopsUsing={stopsUsing}
              onRestored={forget}
              onApply={() => {
                hold();
                void start(requests);
              }}
            />
          )}
          {!endpointReady && (!nothingToChoose || planned) && (
            <PlanBar
              endpoint={endpoint.name}
              chosen={cards.map(({ uid, choice }) => ({ uid, name: nameOf(uid), ...choice }))}
              planned={planned}
            />
          )}
        </div>
      </div>
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // Beside each other where there is room, so that a choice and what it changes are seen at once.
  columns: css({
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${theme.spacing(54)}), 1fr))`,
    gap: theme.spacing(2),
    alignItems: 'start',
  }),
  column: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
});
