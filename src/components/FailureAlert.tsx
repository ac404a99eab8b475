import { Alert, Button, Stack, Text } from '@grafana/ui';
import React from 'react';
import { isSettingsFailure, type Failure } from '../domain/failure';
import { alertBody } from './alertBody';
import { Disclosure } from './Disclosure';
import { LinkButton } from './links';
import { OutsideText } from './OutsideText';

interface Props {
  failure: Failure;
  /** What could not be done, for example "Couldn’t load private endpoints". */
  title: string;
  /** `warning` where one can go on all the same. */
  severity?: 'error' | 'warning';
  onRetry?: () => void;
  /** Where the settings are changed; offered when they are what is wrong. */
  settingsHref?: string;
}

/** A failure in the order in which people need it: what, why, what to do, a way on, and the details on demand. */
export function FailureAlert({ failure, title, severity = 'error', onRetry, settingsHref }: Props) {
  const { message, hint, retryAfter } = failure;
  const details = technicalDetails(failure);
  return (
    <Alert severity={severity} title={title}>
      <div className={alertBody}>
        <Stack direction="column" alignItems="flex-start" gap={1.5}>
          <div>
            <Text element="p">{message}</Text>
            {hint && <Text element="p">{hint}</Text>}
            {retryAfter !== undefined && retryAfter > 0 && (
              <Text element="p">Azure asks you to wait {formatSeconds(retryAfter)} before the next try.</Text>
            )}
          </div>
          <Stack direction="row" wrap="wrap">
            {onRetry && (
              <Button icon="sync" variant="secondary" size="sm" onClick={onRetry}>
                Try again
              </Button>
            )}
            {settingsHref && isSettingsFailure(failure) && (
              <LinkButton icon="cog" variant="secondary" size="sm" href={settingsHref}>
                Open configuration
              </LinkButton>
            )}
          </Stack>
          {details.length > 0 && (
            <Disclosure label="Details">
              <dl>
                {details.map(([term, value]) => (
                  <div key={term}>
                    <dt>
                      <Text color="secondary" variant="bodySmall">
                        {term}
                      </Text>
                    </dt>
                    <dd>
                      <Text variant="code">
                        <OutsideText>{value}</OutsideText>
                      </Text>
                    </dd>
                  </div>
                ))}
              </dl>
            </Disclosure>
          )}
        </Stack>
      </div>
    </Alert>
  );
}

function technicalDetails({ cause, code, field, requestId }: Failure): Array<[string, string]> {
  const details: Array<[string, string | undefined]> = [
    ['Answer', cause],
    ['Field', field],
    ['Code', code],
    ['Request ID', requestId],
  ];
  return details.filter((detail): detail is [string, string] => Boolean(detail[1]));
}

function formatSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 90) {
    return whole === 1 ? '1 second' : `${whole} seconds`;
  }
  return `${Math.ceil(whole / 60)} minutes`;
}
