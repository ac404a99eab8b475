import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Field, Input, Modal, Text, useStyles2 } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React, { Fragment, type FormEvent, useId, useMemo, useState } from 'react';
import { CutText } from '../../components/CutText';
import { focusFirst } from '../../components/focus';
import { TextLink } from '../../components/links';
import { wrapAnywhere } from '../../components/wrapAnywhere';
import { keepForAskingAgain } from '../../data/createDrafts';
import { useAllUses, useDataSources } from '../../data/dataSources';
import { queries } from '../../data/queries';
import { useChangeSeries } from '../../data/useChangeSeries';
import { usePlace, useWorkspaceId } from '../../data/workspace';
import { type Change } from '../../domain/changes/change';
import { describeDependents } from '../../domain/dependents';
import { type EndpointRow } from '../../domain/list/row';
import { type Use } from '../../domain/matching/matchAll';
import { type Place } from '../../domain/place';
import { DeletionStep } from './DeletionStep';

/** What has to be typed where a data source still points to one of them. */
const CONFIRMATION = 'delete';

interface Props {
  rows: readonly EndpointRow[];
  onClose: () => void;
  /** Azure took all of them. */
  onDone: () => void;
}

/** Asks once before several endpoints are deleted, says what breaks, then how it is going for each. */
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
  const [typed, setTyped] = useState('');
  const [error, setError] = useState('');
  const id = useId();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (mustType && typed.trim().toLowerCase() !== CONFIRMATION) {
      setError(`Type ${CONFIRMATION} to delete them`);
      document.getElementById(id)?.focus();
    } else if (!series.isRunning && !uses.isReading) {
      const changes = left.map(({ name, createdAt }): Change => ({ kind: 'delete', name, createdAt }));
      if (await series.send(changes)) {
        onDone();
        onClose();
      }
    }
  };
  // The first time it stops, so that what wasn't sent is seen.
  const dismiss = series.isRunning ? series.stop : onClose;

  return (
    <Modal isOpen className={wrapAnywhere} title={title(rows)} onDismiss={dismiss}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <div className={styles.body}>
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
          <Consequence uses={uses} />
          <Text element="p" color="secondary">
            Their details are kept in this browser, so you can request them again.
          </Text>
          {mustType && (
            <Field label={`Type ${CONFIRMATION} to confirm`} invalid={error !== ''} error={error} noMargin>
              <Input
                id={id}
                ref={focusFirst}
                value={typed}
                autoComplete="off"
                onChange={(event) => {
                  setTyped(event.currentTarget.value);
                  setError('');
                }}
              />
            </Field>
          )}
        </div>
        <Modal.ButtonRow>
          <Button
            type="button"
            variant="secondary"
            fill="outline"
            ref={mustType ? undefined : focusFirst}
            onClick={dismiss}
          >
            {series.isRunning ? 'Stop' : isTried ? 'Close' : 'Cancel'}
          </Button>
          <Button
            type="submit"
            variant="destructive"
            icon={series.isRunning ? 'spinner' : undefined}
            aria-busy={series.isRunning}
          >
            {series.isRunning
              ? 'Deleting…'
              : isTried
                ? 'Try again'
                : `Delete ${rows.length === 1 ? 'endpoint' : `${rows.length} endpoints`}`}
          </Button>
        </Modal.ButtonRow>
      </form>
    </Modal>
  );
}

function title(rows: readonly EndpointRow[]): string {
  const [first] = rows;
  return rows.length === 1 && first ? `Delete ${first.endpoint.name}` : `Delete ${rows.length} private endpoints`;
}

interface UsesOfRows {
  /** What uses one of them; undefined where that isn't known. */
  of: (row: EndpointRow) => Use[] | undefined;
  all: Use[];
  isReading: boolean;
  failed: boolean;
}

function useUsesOf(rows: readonly EndpointRow[]): UsesOfRows {
  const endpoints = useMemo(() => rows.map(({ endpoint }) => endpoint), [rows]);
  const { isLoading, isError } = useDataSources();
  const usesOf = useAllUses(endpoints);
  return {
    of: ({ endpoint }) => usesOf?.(endpoint),
    // One that uses two of them is one.
    all: [...new Map(usesOf ? endpoints.flatMap(usesOf).map((use) => [use.dataSource.uid, use]) : []).values()],
    isReading: isLoading,
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

/** What breaks, as far as it is known. */
function Consequence({ uses }: { uses: UsesOfRows }) {
  const place = usePlace()?.place;
  if (uses.isReading) {
    return <Text element="p">Checking data sources…</Text>;
  }
  if (uses.failed) {
    return <Text element="p">Data sources that use these endpoints will stop working. It isn’t known which ones.</Text>;
  }
  return uses.all.length === 0 ? (
    <Text element="p">No data sources use these endpoints.</Text>
  ) : (
    <div>
      <Text element="p">
        {uses.all.length === 1
          ? '1 data source that uses them will stop working.'
          : `${uses.all.length} data sources that use them will stop working.`}
      </Text>
      {place && <DependentsOf place={place} uses={uses.all} />}
    </div>
  );
}

/** Dashboards and alert rules that use them; asked only here, since it takes many calls. */
function DependentsOf({ place, uses }: { place: Place; uses: readonly Use[] }) {
  const sources = uses.map(({ dataSource: { uid, name } }) => ({ uid, name }));
  const { data, isPending } = useQuery(queries.dependents(place, sources));
  return (
    <Text element="p">
      {isPending
        ? 'Checking dashboards and alert rules…'
        : describeDependents(data ?? { dashboards: null, alertRules: null })}
    </Text>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // The focus ring of what stands at its edges is as wide as the padding.
  body: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), padding: theme.spacing(0.5) }),
  list: css({
    listStyle: 'none',
    margin: 0,
    padding: 0,
    maxHeight: '40vh',
    overflowY: 'auto',
  }),
  item: css({
    padding: theme.spacing(1, 0),
    '& + &': { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
  name: css({ fontWeight: theme.typography.fontWeightMedium }),
});
