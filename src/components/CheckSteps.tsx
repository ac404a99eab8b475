import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { type CheckOutcome, type CheckStep, type CheckStepId } from '../domain/check/checkStep';
import { categoryTitles } from '../domain/health/healthRule';
import { Disclosure } from './Disclosure';
import { Finding, looks } from './Finding';
import { OutsideText } from './OutsideText';

const looksOf: Record<CheckOutcome, (typeof looks)[keyof typeof looks]> = {
  ...looks,
  ok: looks.passed,
  unknown: looks.unknown,
  skipped: looks.skipped,
};

interface Props {
  steps: readonly CheckStep[];
  /** What can be done at a step that warns; for the one that fails it stands above. */
  actionsFor: (id: CheckStepId) => ReactNode;
}

/** The steps of "Check" in their order: what was found, and what to do next. */
export function CheckSteps({ steps, actionsFor }: Props) {
  const styles = useStyles2(getStyles);
  const skipped = steps.filter(({ outcome }) => outcome === 'skipped').length;
  return (
    <ol className={styles.list} aria-label="Test steps">
      {steps
        .filter(({ outcome }) => outcome !== 'skipped')
        .map((step) => (
          <li key={step.id} className={styles.step}>
            <Step step={step} actions={step.outcome === 'warning' && actionsFor(step.id)} />
          </li>
        ))}
      {skipped > 0 && (
        <li className={styles.step}>
          <Text color="secondary">{skipped === 1 ? '1 step skipped' : `${skipped} steps skipped`}</Text>
        </li>
      )}
    </ol>
  );
}

function Step({ step, actions }: { step: CheckStep; actions: ReactNode }) {
  const styles = useStyles2(getStyles);
  const { outcome, category, title, finding, next, raw } = step;
  const look = looksOf[outcome];
  const word = category && outcome === 'failed' ? `${look.word}: ${categoryTitles[category]}` : look.word;
  return (
    <Finding look={{ ...look, word }} title={title}>
      <div className={styles.text}>
        <Text element="p">
          <OutsideText>{finding}</OutsideText>
        </Text>
        {next && (
          <Text element="p" weight={outcome === 'failed' ? 'medium' : 'regular'}>
            {next}
          </Text>
        )}
        {actions}
        {raw && (
          <Disclosure label="Response">
            <pre className={styles.raw}>
              <OutsideText>{raw}</OutsideText>
            </pre>
          </Disclosure>
        )}
      </div>
    </Finding>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  step: css({
    padding: theme.spacing(1.5, 0),
    '& + &': { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
  text: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) }),
  raw: css({ margin: 0, whiteSpace: 'pre-wrap', fontSize: theme.typography.bodySmall.fontSize }),
});
