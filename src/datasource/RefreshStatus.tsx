import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { agoText, durationText } from '../domain/age';
import { type Status, statusAnswer } from './answers';
import { useResource } from './resources';

/** What the timer of the saved data source does: last run, next run, and the last refresh with why. */
export function RefreshStatus({ uid }: { uid: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  const styles = useStyles2(getStyles);
  const { data } = useResource(uid, 'status', statusAnswer, now);
  if (!data || data.automaticRefresh === 'off') {
    return null;
  }
  return (
    <ul aria-label="Automatic refresh status" className={styles.list}>
      {data.runs.length === 0 && <li>It hasn’t run yet. It starts with the next query or test.</li>}
      {data.runs.map((run) => (
        <li key={run.workspace}>
          <Text color={run.error ? 'error' : 'secondary'} variant="bodySmall">
            {run.workspace}: {runText(run, data.running, now)}
          </Text>
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', marginTop: theme.spacing(1) }),
});

function runText(
  { lastRun, nextRun, lastRefresh, because, error }: Status['runs'][number],
  running: boolean,
  now: number
) {
  const next = nextRun ? Math.max(0, Date.parse(nextRun) - now) : 0;
  const names = because.map(({ name, decision }) => `${name} (${decision})`).join(', ');
  return [
    lastRun && `Last run ${agoText(Date.parse(lastRun), now)}.`,
    running ? `Next run in ${durationText(next)}.` : 'Stopped because nothing uses this data source.',
    lastRefresh && `Last refresh ${agoText(Date.parse(lastRefresh), now)}, for ${names}.`,
    error?.message,
  ]
    .filter(Boolean)
    .join(' ');
}
