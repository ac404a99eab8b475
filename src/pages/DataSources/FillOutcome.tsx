import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Icon, Spinner, Stack, Text, useStyles2 } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { HealthOutcome } from '../../components/HealthOutcome';
import { LinkButton } from '../../components/links';
import { queries } from '../../data/queries';
import { type FillProgress } from '../../data/useFillIn';
import { useKnownPlace } from '../../data/workspace';
import { type Difference } from '../../domain/address/jsonDifferences';
import { redactSetting } from '../../domain/address/redact';
import { type HealthSubject } from '../../domain/health/healthRule';
import { type JsonValue } from '../../domain/json';
import { checkPath } from '../../paths';
import { UndoReceipt } from './RecentFills';

interface Props {
  progress: FillProgress;
  uid: string;
  name: string;
  /** The data source's type, where it could be read. */
  type: string | undefined;
  onUndone: () => void;
}

/** How filling in one data source went. */
export function FillOutcome({ progress, uid, name, type, onUndone }: Props) {
  switch (progress.state) {
    case 'waiting':
    case 'writing':
      return (
        <Stack direction="row" alignItems="center" gap={1}>
          <Spinner inline />
          <Text>{progress.state === 'waiting' ? 'Waiting…' : 'Updating…'}</Text>
        </Stack>
      );
    case 'failed':
      return <FailureAlert title={`${name} wasn’t changed`} failure={progress.failure} />;
    case 'changed':
      return <FasterOne name={name} differences={progress.differences} />;
    case 'written':
      return (
        <Stack direction="column" gap={1}>
          <Text element="p" color="success" weight="medium">
            <Icon name="check-circle" aria-hidden /> URL updated: uses {progress.receipt.after.host}
          </Text>
          {progress.endpointChanged && (
            <FailureAlert title="The endpoint changed meanwhile" failure={progress.endpointChanged} />
          )}
          <LiveHealth
            uid={uid}
            at={progress.receipt.at}
            subject={{ type, hosts: [progress.receipt.after.host.toLowerCase()] }}
          />
          <UndoReceipt uid={uid} onUndone={onUndone} />
        </Stack>
      );
  }
}

/** What someone else changed; the change to decide on stands above, made from what is there now. */
function FasterOne({ name, differences }: { name: string; differences: readonly Difference[] }) {
  const styles = useStyles2(getStyles);
  return (
    <Alert severity="warning" title={`${name} was edited in the meantime and wasn’t changed`}>
      <Text element="p">
        {differences.length > 0 ? 'These settings are different now:' : 'Only the version is different.'}
      </Text>
      <ul className={styles.list}>
        {differences.map(({ path, before, after }) => (
          <li key={path}>
            <Text variant="code">
              {path}: {told(path, before)} → {told(path, after)}
            </Text>
          </li>
        ))}
      </ul>
      <Text element="p">The preview above is up to date. Apply the update again to continue.</Text>
    </Alert>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ margin: 0, paddingLeft: theme.spacing(2.5) }),
});

function told(path: string, value: JsonValue | undefined): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return value === undefined ? 'nothing' : redactSetting(path, text);
}

interface LiveHealthProps {
  uid: string;
  /** When the change was written, in milliseconds since 1970: health runs once for it. */
  at: number;
  subject: HealthSubject;
}

/** A data source's health after a change, and the way to look closer where it isn't good. */
function LiveHealth({ uid, at, subject }: LiveHealthProps) {
  const { place, insideManagedNetwork } = useKnownPlace();
  const { data, error } = useQuery(queries.health(place, uid, at));
  return (
    <div role="status" aria-label="Health">
      <HealthOutcome
        health={data}
        failure={error?.failure}
        insideManagedNetwork={insideManagedNetwork}
        subject={subject}
      />
      {(error || (data && data.status !== 'ok')) && (
        <LinkButton size="sm" variant="secondary" icon="heart-rate" href={checkPath(uid)}>
          Test connection
        </LinkButton>
      )}
    </div>
  );
}
