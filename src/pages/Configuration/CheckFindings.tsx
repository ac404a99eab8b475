import { Stack, Text } from '@grafana/ui';
import React from 'react';
import { Disclosure } from '../../components/Disclosure';
import { Finding, looks } from '../../components/Finding';
import { type Failure } from '../../domain/failure';
import { checkTitles, type SetupCheck, skippedText } from '../../domain/settings/setup';

/** What the checks of the settings found, one by one; those that weren't tried in one line. */
export function CheckFindings({ checks }: { checks: readonly SetupCheck[] }) {
  const skipped = skippedText(checks);
  return (
    <Stack direction="column" gap={1.5}>
      {checks
        .filter(({ outcome }) => outcome !== 'skipped')
        .map(({ id, ...check }) => (
          <CheckFinding key={id} title={checkTitles[id] ?? id} {...check} />
        ))}
      {skipped && <Text color="secondary">{skipped}</Text>}
    </Stack>
  );
}

const looksOf = { ...looks, ok: looks.passed };

interface Props {
  title: string;
  outcome: 'ok' | 'failed' | 'warning' | 'unknown' | 'skipped';
  summary: string;
  hint?: string;
  error?: Failure;
  action?: string;
  role?: string;
}

/** One check: its finding in plain words and the next thing to do. */
export function CheckFinding({ title, outcome, summary, hint, error, action, role }: Props) {
  const details = [error?.cause, action && `Missing action: ${action}`, role && `Required role: ${role}`].filter(
    (detail): detail is string => Boolean(detail)
  );
  return (
    <Finding look={looksOf[outcome]} title={title}>
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
    </Finding>
  );
}
