import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React, { Fragment, useMemo } from 'react';
import { CutText } from '../../components/CutText';
import { DeleteModal } from '../../components/DeleteModal';
import { TextLink } from '../../components/links';
import { keepForAskingAgain } from '../../data/createDrafts';
import { useAllUses, useDataSources, useDependentsText } from '../../data/dataSources';
import { useChangeSeries } from '../../data/useChangeSeries';
import { usePlace, useWorkspaceId } from '../../data/workspace';
import { type Change } from '../../domain/changes/change';
import { type EndpointRow } from '../../domain/list/row';
import { type Use } from '../../domain/matching/matchAll';
import { DeletionStep } from './DeletionStep';

/** What has to be typed where a data source still points to one of them. */
const CONFIRMATION = 'delete';

interface Props {
  rows: readonly EndpointRow[];
  onClose: () => void;
  /** Azure took all of them. */
  onDone: () => void;
}

/** Asks once before one or several dead ends are deleted, says what still needs them, then how it is going for each. */
export function DeleteSeveral({ rows, onClose, onDone }: Props) {
  const styles = useStyles2(getStyles);
  const workspaceId = useWorkspaceId();
  const endpoints = rows.map(({ endpoint }) => endpoint);
  const uses = useUsesOf(rows);
  const series = useChangeSeries(({ name }) => {
    const taken = endpoints.find((endpoint) => endpoint.name === name);
    if (taken) {
      keepForAskingAgain(workspaceId, taken);
    }
  });
  const left = endpoints.filter(({ name }) => series.stepOf(name)?.status !== 'taken');
  const isTried = endpoints.some(({ name }) => series.stepOf(name));
  const mustType = !isTried && (uses.failed || uses.all.length > 0);
  const send = async () => {
    const changes = left.map(({ name, createdAt }): Change => ({ kind: 'delete', name, createdAt }));
    if (!uses.isReading && (await series.send(changes))) {
      onDone();
      onClose();
    }
  };

  return (
    <DeleteModal
      title={title(rows)}
      confirmation={mustType ? CONFIRMATION : ''}
      correction={`Type ${CONFIRMATION} to delete ${pronoun(rows.length)}`}
      action={actionText(rows.length, series.isRunning, isTried)}
      isBusy={series.isRunning}
      dismissal={series.isRunning ? 'Stop' : isTried ? 'Close' : 'Cancel'}
      // The first time it stops, so that what wasn't sent is seen.
      onDismiss={series.isRunning ? series.stop : onClose}
      onDelete={() => void send()}
    >
      <ul className={styles.list} aria-label="To delete">
        {rows.map((row) => (
          <li key={row.endpoint.name} className={styles.item}>
            <CutText className={styles.name} text={row.endpoint.name} />
            <DeletionStep
              name={row.endpoint.name}
              stateLabel={row.statusLabel}
              step={series.stepOf(row.endpoint.name)}
            />
            <UsesLine uses={uses.of(row)} />
          </li>
        ))}
      </ul>
      <Consequence uses={uses} count={rows.length} />
      <Text element="p" color="secondary">
        {rows.length === 1 ? 'Its' : 'Their'} details are kept in this browser, so you can request{' '}
        {pronoun(rows.length)} again.
      </Text>
    </DeleteModal>
  );
}

function actionText(count: number, isRunning: boolean, isTried: boolean): string {
  if (isRunning) {
    return 'Deleting…';
  }
  return isTried ? 'Try again' : `Delete ${count === 1 ? 'endpoint' : `${count} endpoints`}`;
}

function title(rows: readonly EndpointRow[]): string {
  const [first] = rows;
  return rows.length === 1 && first ? `Delete ${first.endpoint.name}` : `Delete ${rows.length} private endpoints`;
}

const pronoun = (count: number) => (count === 1 ? 'it' : 'them');

interface UsesOfRows {
  /** What uses one of them; undefined where that isn't known. */
  of: (row: EndpointRow) => Use[] | undefined;
  all: Use[];
  isReading: boolean;
  failed: boolean;
}

function useUsesOf(rows: readonly EndpointRow[]): UsesOfRows {
  const endpoints = useMemo(() => rows.map(({ endpoint }) => endpoint), [rows]);
  const { isError } = useDataSources();
  const usesOf = useAllUses(endpoints);
  return {
    of: ({ endpoint }) => usesOf?.(endpoint),
    // One that uses two of them is one.
    all: [...new Map(usesOf ? endpoints.flatMap(usesOf).map((use) => [use.dataSource.uid, use]) : []).values()],
    // Also while it isn't known yet which Grafana has them.
    isReading: usesOf === undefined && !isError,
    failed: isError,
  };
}

function UsesLine({ uses }: { uses: Use[] | undefined }) {
  const place = usePlace();
  if (!uses?.length || !place) {
    return null;
  }
  return (
    <Text element="p" variant="bodySmall">
      Data sources that use it:{' '}
      {uses.map(({ dataSource: { uid, name }, match }, index) => (
        <Fragment key={uid}>
          {index > 0 && ', '}
          <TextLink href={place.settingsHref(uid)} inline variant="bodySmall">
            {name}
          </TextLink>
          {match.by === 'alias' && ' (may use it)'}
        </Fragment>
      ))}
    </Text>
  );
}

/** What still needs them, as far as it is known. What doesn't work any more doesn't stop working. */
function Consequence({ uses, count }: { uses: UsesOfRows; count: number }) {
  if (uses.isReading) {
    return <Text element="p">Checking data sources…</Text>;
  }
  if (uses.failed) {
    return <Text element="p">{`It isn’t known which data sources depend on ${pronoun(count)}.`}</Text>;
  }
  return uses.all.length === 0 ? (
    <Text element="p">{`No data sources use ${count === 1 ? 'this endpoint' : 'these endpoints'}.`}</Text>
  ) : (
    <div>
      <Text element="p">
        {`${uses.all.length === 1 ? '1 data source depends' : `${uses.all.length} data sources depend`} on ${pronoun(count)}.`}
      </Text>
      <DependentsOf uses={uses.all} />
    </div>
  );
}

function DependentsOf({ uses }: { uses: readonly Use[] }) {
  const text = useDependentsText(uses.map(({ dataSource: { uid, name } }) => ({ uid, name })));
  return <Text element="p">{text}</Text>;
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    // Room for focus rings, which would be cut.
    margin: theme.spacing(0, -0.5),
    padding: theme.spacing(0, 0.5),
    maxHeight: '40vh',
    overflowY: 'auto',
  }),
  item: css({
    padding: theme.spacing(1, 0),
    '& + &': { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
  name: css({ fontWeight: theme.typography.fontWeightMedium }),
});
