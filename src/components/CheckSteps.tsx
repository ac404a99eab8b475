import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, type IconName, Spinner, Text, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { type CheckOutcome, type CheckStep, type CheckStepId } from '../domain/check/checkStep';
import { categoryTitles } from '../domain/health/healthRule';
import { Disclosure } from './Disclosure';

type Color = 'success' | 'error' | 'warning' | 'secondary';

const looks: Record<CheckOutcome, { icon: IconName; word: string; color: Color }> = {
  ok: { icon: 'check-circle', word: 'Passed', color: 'success' },
  failed: { icon: 'exclamation-circle', word: 'Failed', color: 'error' },
  warning: { icon: 'exclamation-triangle', word: 'Warning', color: 'warning' },
  cantTell: { icon: 'question-circle', word: 'Unknown', color: 'secondary' },
  notRun: { icon: 'minus-circle', word: 'Skipped', color: 'secondary' },
  running: { icon: 'sync', word: 'Running', color: 'secondary' },
};

interface Props {
  steps: readonly CheckStep[];
  /** What can be done at a step that needs something; nothing for the others. */
  actionsFor: (id: CheckStepId) => ReactNode;
}

/** The steps of "Check" in their order: what was found, and what to do next. */
export function CheckSteps({ steps, actionsFor }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <ol className={styles.list} aria-label="Test steps">
      {steps.map((step) => (
        <li key={step.id} className={styles.step}>
          <Step step={step} actions={['failed', 'warning'].includes(step.outcome) && actionsFor(step.id)} />
        </li>
      ))}
    </ol>
  );
}

function Step({ step, actions }: { step: CheckStep; actions: ReactNode }) {
  const styles = useStyles2(getStyles);
  const { icon, word, color } = looks[step.outcome];
  const where = step.category && step.outcome === 'failed' ? `${word}: ${categoryTitles[step.category]}` : word;
  return (
    <>
      <Text color={color}>{step.outcome === 'running' ? <Spinner inline /> : <Icon name={icon} aria-hidden />}</Text>
      <div className={styles.text}>
        <Text element="p" weight="medium" color={step.outcome === 'notRun' ? 'secondary' : 'primary'}>
          {step.title}{' '}
          <Text color={color} variant="bodySmall">
            {where}
          </Text>
        </Text>
        {step.outcome !== 'notRun' && <Text element="p">{step.finding}</Text>}
        {step.next && (
          <Text element="p" weight={step.outcome === 'failed' ? 'medium' : 'regular'}>
            {step.next}
          </Text>
        )}
        {actions && <div className={styles.actions}>{actions}</div>}
        {step.raw && (
          <Disclosure label="Response">
            <pre className={styles.raw}>{step.raw}</pre>
          </Disclosure>
        )}
      </div>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  step: css({
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 0),
    '& + &': { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
  text: css({ overflowWrap: 'anywhere', display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) }),
  actions: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), margin: theme.spacing(0.5, 0) }),
  raw: css({ margin: 0, whiteSpace: 'pre-wrap', fontSize: theme.typography.bodySmall.fontSize }),
});
