import { Alert, Text } from '@grafana/ui';
import React from 'react';
import { type PreflightResult } from '../../domain/preflight/preflight';

/** What would make the endpoint fail, at the top of a step; nothing where nothing would. */
export function Blockers({ problems }: { problems: readonly PreflightResult[] }) {
  return problems.map(({ rule, message, fix }) => (
    <Alert key={rule.id} severity="error" title={rule.title}>
      <Text element="p">{message}</Text>
      {fix && <Text element="p">{fix}</Text>}
    </Alert>
  ));
}
