import { Text } from '@grafana/ui';
import React from 'react';
import { type Failure } from '../domain/failure';
import { Disclosure } from './Disclosure';
import { Finding, looks } from './Finding';

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

/** One step of a check: its finding in plain words and the next thing to do. */
export function CheckStep({ title, outcome, summary, hint, error, action, role }: Props) {
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
