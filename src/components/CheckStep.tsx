import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, type IconName, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { type Failure } from '../domain/failure';
import { Disclosure } from './Disclosure';

type Outcome = 'ok' | 'failed' | 'warning' | 'unknown' | 'skipped';

const looks: Record<Outcome, { icon: IconName; word: string; color: 'success' | 'error' | 'warning' | 'secondary' }> = {
  ok: { icon: 'check-circle', word: 'Passed', color: 'success' },
  failed: { icon: 'exclamation-circle', word: 'Failed', color: 'error' },
  warning: { icon: 'exclamation-triangle', word: 'Warning', color: 'warning' },
  unknown: { icon: 'question-circle', word: 'Unknown', color: 'secondary' },
  skipped: { icon: 'minus-circle', word: 'Skipped', color: 'secondary' },
};

interface Props {
  title: string;
  outcome: Outcome;
  summary: string;
  hint?: string;
  error?: Failure;
  action?: string;
  role?: string;
}

/** One step of a check: its finding in plain words and the next thing to do. */
export function CheckStep({ title, outcome, summary, hint, error, action, role }: Props) {
  const styles = useStyles2(getStyles);
  const { icon, word, color } = looks[outcome];
  const details = [error?.cause, action && `Missing action: ${action}`, role && `Required role: ${role}`].filter(
    (detail): detail is string => Boolean(detail)
  );
  return (
    <div className={styles.step}>
      <Text color={color}>
        <Icon name={icon} aria-hidden />
      </Text>
      <div className={styles.text}>
        <Text element="p" weight="medium">
          {title}{' '}
          <Text color={color} variant="bodySmall">
            {word}
          </Text>
        </Text>
        {summary && <Text element="p">{summary}</Text>}
        {hint && (
          <Text element="p" color="secondary">
            {hint}
          </Text>
        )}
        {details.length > 0 && (
          <Disclosure label="Details">
            {details.map((detail) => (
              <p key={detail}>
                <Text variant="code">{detail}</Text>
              </p>
            ))}
          </Disclosure>
        )}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  step: css({ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: theme.spacing(1) }),
  text: css({ overflowWrap: 'anywhere' }),
});
