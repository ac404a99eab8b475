import { Button, Stack, Text } from '@grafana/ui';
import React from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { LinkButton, TextLink } from '../../components/links';
import { Panel } from '../../components/Panel';
import { localSettingsHref, useMonitoring } from '../../data/useMonitoring';
import { needsNoSecret } from '../../domain/settings/monitoringSource';
import { type AppSettings } from '../../domain/settings/settings';
import { AlertRules } from './AlertRules';

const docs = 'https://github.com/azure-privateendpoints/azure-privateendpoints-app#monitoring';

/** The monitoring data source: where it is, or one click that makes it of the saved settings. */
export function Monitoring({ settings, isDirty }: { settings: AppSettings; isDirty: boolean }) {
  const { sources, isPending, create } = useMonitoring();
  const complete = needsNoSecret(settings);
  if (isPending || !sources) {
    return null;
  }
  return (
    <Panel title="Monitoring">
      <Stack direction="column" gap={2} alignItems="flex-start">
        <Text element="p" color="secondary">
          A data source makes the states of private endpoints available to dashboards and alert rules, and refreshes the
          workspace after an approval with no browser open.{' '}
          <TextLink href={docs} inline>
            How to use it
          </TextLink>
        </Text>
        {create.error && <FailureAlert title="Couldn’t create the data source" failure={create.error.failure} />}
        {create.data && !complete && (
          <Text element="p">The data source was created. Enter the secret in its settings to finish.</Text>
        )}
        {sources[0] ? (
          <>
            <Stack direction="row" wrap="wrap">
              {sources.map(({ uid, name }) => (
                <LinkButton key={uid} variant="secondary" icon="database" href={localSettingsHref(uid)}>
                  Open {name}
                </LinkButton>
              ))}
            </Stack>
            <AlertRules dataSourceUid={sources[0].uid} />
          </>
        ) : (
          <Button
            variant="secondary"
            icon={create.isPending ? 'spinner' : 'plus'}
            disabled={create.isPending || isDirty}
            tooltip={isDirty ? 'Save the settings first' : undefined}
            onClick={() => create.mutate(settings)}
          >
            Create the monitoring data source
          </Button>
        )}
      </Stack>
    </Panel>
  );
}
