import { Button, ClipboardButton, Stack, Text } from '@grafana/ui';
import React from 'react';
import ruleText from '../../../docs/monitoring/alerting/azure-private-endpoints.yaml';
import ruleFile from '../../../docs/monitoring/alerting/azure-private-endpoints.yaml?parsed';
import { FailureAlert } from '../../components/FailureAlert';
import { TextLink } from '../../components/links';
import { type CreatedRules, useAlertRules } from '../../data/useAlertRules';
import { ruleFileFor } from '../../domain/settings/alertRules';

/** Creates the alert rules for a monitoring data source, or copies them for a provisioning file. */
export function AlertRules({ dataSourceUid }: { dataSourceUid: string }) {
  const { mutate, isPending, data, error } = useAlertRules(ruleFile);
  return (
    <Stack direction="column" gap={1} alignItems="flex-start">
      <Stack direction="row" wrap="wrap">
        <Button
          variant="secondary"
          icon={isPending ? 'spinner' : 'bell'}
          disabled={isPending}
          onClick={() => mutate(dataSourceUid)}
        >
          Create alert rules
        </Button>
        <ClipboardButton icon="copy" variant="secondary" getText={() => ruleFileFor(ruleText, dataSourceUid)}>
          Copy alert rules
        </ClipboardButton>
      </Stack>
      <div role="status">
        {data && (
          <Text element="p">
            {outcome(data)}{' '}
            <TextLink href="/alerting/list" inline>
              Open alert rules
            </TextLink>
          </Text>
        )}
      </div>
      {error && <FailureAlert title="Couldn’t create the alert rules" failure={error.failure} />}
    </Stack>
  );
}

function outcome({ created, existing }: CreatedRules): string {
  if (created === 0) {
    return 'All alert rules already exist. Nothing was changed.';
  }
  const kept = existing > 0 ? ` ${existing} already existed and stayed as they are.` : '';
  return `Created ${created} alert ${created === 1 ? 'rule' : 'rules'}.${kept} They notify the default contact point unless you change the notification policy.`;
}
