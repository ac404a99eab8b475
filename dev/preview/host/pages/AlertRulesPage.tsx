import { dateTimeFormatTimeAgo } from '@grafana/data';
import { config, getBackendSrv } from '@grafana/runtime';
import {
  Alert,
  Badge,
  type BadgeColor,
  Card,
  EmptyState,
  LoadingPlaceholder,
  Stack,
  Text,
  TextLink,
} from '@grafana/ui';
import React, { useEffect, useState } from 'react';

import { PluginPage } from '../PluginPage';

/** What GET /api/prometheus/grafana/api/v1/rules answers, as far as it is shown. */
interface Rule {
  uid: string;
  name: string;
  state: 'inactive' | 'pending' | 'firing';
  health: 'ok' | 'error' | 'unknown';
  lastError?: string;
  lastEvaluation?: string;
  alerts: Array<{ state: string; annotations: Record<string, string>; activeAt?: string }>;
}

interface Group {
  name: string;
  file: string;
  rules: Rule[];
}

const looks: Record<Rule['state'], { text: string; color: BadgeColor }> = {
  inactive: { text: 'Normal', color: 'green' },
  pending: { text: 'Pending', color: 'orange' },
  firing: { text: 'Firing', color: 'red' },
};

/** /alerting/list: the alert rules and what the last evaluation of each found. */
export function AlertRulesPage() {
  const [groups, setGroups] = useState<Group[]>();
  const [error, setError] = useState('');
  useEffect(() => {
    const read = () =>
      getBackendSrv()
        .get<{ data: { groups: Group[] } }>('/api/prometheus/grafana/api/v1/rules', undefined, undefined, {
          showErrorAlert: false,
        })
        .then(
          ({ data }) => setGroups(data.groups),
          () => setError('The alert rules can’t be loaded')
        );
    void read();
    const timer = setInterval(() => void read(), 5_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <PluginPage pageNav={{ text: 'Alert rules' }} subTitle="Evaluated once a minute by the preview itself">
      {error && <Alert severity="warning" title={error} />}
      {!groups && !error && <LoadingPlaceholder text="Loading alert rules" />}
      {groups?.length === 0 && (
        <EmptyState variant="completed" hideImage message="There are no alert rules">
          Create them on the Configuration page of the app.
        </EmptyState>
      )}
      {groups?.map(({ name, file, rules }) => (
        <section key={file + name}>
          <h2>{file === name ? name : `${file} > ${name}`}</h2>
          <Stack direction="column" gap={1}>
            {rules.map((rule) => (
              <RuleCard key={rule.uid} rule={rule} />
            ))}
          </Stack>
        </section>
      ))}
    </PluginPage>
  );
}

function RuleCard({ rule: { name, state, health, lastError, lastEvaluation, alerts } }: { rule: Rule }) {
  const look = health === 'error' ? { text: 'Error', color: 'red' as const } : looks[state];
  return (
    <Card noMargin>
      <Card.Heading>{name}</Card.Heading>
      <Card.Tags>
        <Badge {...look} />
      </Card.Tags>
      <Card.Meta>
        {lastEvaluation ? `Evaluated ${dateTimeFormatTimeAgo(lastEvaluation)}` : 'Not evaluated yet'}
      </Card.Meta>
      <Card.Description>
        <Stack direction="column" gap={1}>
          {lastError && <Text color="error">{lastError}</Text>}
          {alerts.map(({ annotations, activeAt, state: alertState }) => (
            <div key={annotations.summary}>
              <Text element="p" color="primary">
                {annotations.summary} {alertState === 'Pending' && '(pending)'}
              </Text>
              <Text element="p" color="secondary" variant="bodySmall">
                {annotations.description}{' '}
                {annotations.endpoint && (
                  <TextLink href={withoutOrigin(annotations.endpoint)} inline variant="bodySmall">
                    Open the endpoint
                  </TextLink>
                )}{' '}
                {activeAt && `Since ${dateTimeFormatTimeAgo(activeAt)}`}
              </Text>
            </div>
          ))}
        </Stack>
      </Card.Description>
    </Card>
  );
}

/** The host's router opens links that have no origin. */
const withoutOrigin = (url: string) => url.replace(config.appUrl, '/');
