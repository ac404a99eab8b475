import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { type PreflightResult } from '../domain/preflight/preflight';
import { type Outcome } from '../domain/preflight/preflightRule';
import { Disclosure } from './Disclosure';
import { Finding, looks } from './Finding';

const looksOf = {
  problem: { ...looks.failed, word: 'Problem' },
  caution: looks.warning,
  unknown: looks.unknown,
  fine: looks.passed,
} satisfies Record<Outcome, unknown>;

/** What pre-flight found: what needs attention open, what is fine on demand, each with its source. */
export function PreflightList({ results }: { results: readonly PreflightResult[] }) {
  const styles = useStyles2(getStyles);
  const fine = results.filter(({ outcome }) => outcome === 'fine');
  const others = results.filter(({ outcome }) => outcome !== 'fine');
  const items = (some: readonly PreflightResult[]) => (
    <ul className={styles.list}>
      {some.map((result) => (
        <li key={result.rule.id}>
          <Result result={result} />
        </li>
      ))}
    </ul>
  );
  return (
    <div className={styles.block}>
      {others.length > 0 && items(others)}
      {fine.length > 0 && (
        <Disclosure label={fine.length === 1 ? '1 check passed' : `${fine.length} checks passed`}>
          {items(fine)}
        </Disclosure>
      )}
    </div>
  );
}

function Result({ result: { rule, outcome, message, fix } }: { result: PreflightResult }) {
  return (
    <Finding look={looksOf[outcome]} title={rule.title}>
      <Text element="p">{message}</Text>
      {fix && (
        <Text element="p" color="secondary">
          {fix}
        </Text>
      )}
      {outcome !== 'fine' && (
        <Text element="p" color="secondary" variant="bodySmall" italic>
          {rule.certainty === 'probable' ? 'Probable. ' : ''}
          {rule.source}, checked {rule.checked}
        </Text>
      )}
    </Finding>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  block: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), overflowWrap: 'anywhere' }),
  list: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    listStyle: 'none',
    margin: 0,
    padding: 0,
  }),
});
