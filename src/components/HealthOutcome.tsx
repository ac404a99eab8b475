import { Icon, Spinner, Stack, Text } from '@grafana/ui';
import React from 'react';
import { type Failure } from '../domain/failure';
import { type HealthAnswer } from '../domain/health/healthAnswer';
import { categoryTitles, type HealthSubject } from '../domain/health/healthRule';
import { sortHealth } from '../domain/health/sortHealth';
import { Disclosure } from './Disclosure';
import { OutsideText } from './OutsideText';

interface Props {
  /** Undefined while it runs. */
  health: HealthAnswer | undefined;
  /** Why the check itself could not run. */
  failure: Failure | undefined;
  /** False where the Grafana that asks sits outside the managed network. */
  insideManagedNetwork: boolean;
  /** Whose answer it is. */
  subject: HealthSubject;
}

/** What a data source's own health check says, in plain words; its raw text is one click away. */
export function HealthOutcome({ health, failure, insideManagedNetwork, subject }: Props) {
  if (failure) {
    return <Line tone="unknown" title="The health check couldn’t run" text={failure.message} raw={failure.cause} />;
  }
  if (!health) {
    return (
      <Stack direction="row" alignItems="center" gap={1}>
        <Spinner inline />
        <Text>Test running…</Text>
      </Stack>
    );
  }
  if (health.status === 'ok') {
    return <Line tone="ok" title="Test successful" text={health.message} />;
  }
  const outside = insideManagedNetwork
    ? ''
    : 'This Grafana is outside the managed network of the workspace, so its health check doesn’t test the private endpoint. ';
  if (health.status === 'unknown') {
    return <Line tone="unknown" title="Health unknown" text={outside + health.message} raw={health.raw} />;
  }
  const { category, meaning, next } = sortHealth(health, subject);
  const title = health.status === 'missing' ? 'No health check' : `Failed: ${categoryTitles[category]}`;
  const tone = health.status === 'missing' || outside ? 'unknown' : 'failed';
  return <Line tone={tone} title={title} text={`${outside}${meaning} ${next}`.trim()} raw={health.raw} />;
}

const looks = {
  ok: { icon: 'check-circle', color: 'success' },
  failed: { icon: 'exclamation-circle', color: 'error' },
  unknown: { icon: 'question-circle', color: 'secondary' },
} as const;

interface LineProps {
  tone: keyof typeof looks;
  title: string;
  text: string;
  raw?: string;
}

function Line({ tone, title, text, raw }: LineProps) {
  const { icon, color } = looks[tone];
  return (
    <Stack direction="row" alignItems="flex-start" gap={1}>
      <Text color={color}>
        <Icon name={icon} aria-hidden />
      </Text>
      <div>
        <Text element="p" weight="medium" color={color}>
          {title}
        </Text>
        {text && (
          <Text element="p">
            <OutsideText>{text}</OutsideText>
          </Text>
        )}
        {raw && (
          <Disclosure label="Response">
            <Text variant="code">
              <OutsideText>{raw}</OutsideText>
            </Text>
          </Disclosure>
        )}
      </div>
    </Stack>
  );
}
