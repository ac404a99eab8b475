import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, type IconName, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { type PreflightResult } from '../domain/preflight/preflight';
import { type Outcome } from '../domain/preflight/preflightRule';
import { Disclosure } from './Disclosure';

const looks: Record<Outcome, { icon: IconName; word: string; color: 'success' | 'error' | 'warning' | 'secondary' }> = {
  problem: { icon: 'exclamation-circle', word: 'Problem', color: 'error' },
  caution: { icon: 'exclamation-triangle', word: 'Warning', color: 'warning' },
  cantTell: { icon: 'question-circle', word: 'Unknown', color: 'secondary' },
  fine: { icon: 'check-circle', word: 'Passed', color: 'success' },
};

/** What pre-flight found: what needs attention open, what is fine on demand, each with its source. */
export function PreflightList({ results }: { results: readonly PreflightResult[] }) {
  const styles = useStyles2(getStyles);
  const fine = results.filter(({ outcome }) => outcome === 'fine');
  const others = results.filter(({ outcome }) => outcome !== 'fine');
  const items = (some: readonly PreflightResult[]) => (
    <ul className={styles.list}>
      {some.map((result) => (
        <Finding key={result.rule.id} result={result} />
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

function Finding({ result: { rule, outcome, message, fix } }: { result: PreflightResult }) {
  const styles = useStyles2(getStyles);
  const { icon, word, color } = looks[outcome];
  return (
    <li className={styles.finding}>
      <Text color={color}>
        <Icon name={icon} aria-hidden />
      </Text>
      <div>
        <Text element="p" weight="medium">
          {rule.title}{' '}
          <Text color={color} variant="bodySmall">
            {word}
          </Text>
        </Text>
        <Text element="p">{message}</Text>
        {fix && (
          <Text element="p" color="secondary">
            {fix}
          </Text>
        )}
        {outcome !== 'fine' && (
          <Text element="p" color="secondary" variant="bodySmall" italic>
            {rule.certainty === 'likely' ? 'Probable. ' : ''}
            {rule.source}, checked {rule.checked}
          </Text>
        )}
      </div>
    </li>
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
  finding: css({ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: theme.spacing(1) }),
});
