import { Alert, Button, Stack, Text } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { PlaceTitle } from '../../components/PlaceLine';
import { useDataSourceAccess } from '../../data/dataSources';
import { queries } from '../../data/queries';
import { usePlace } from '../../data/workspace';
import { accessFindings } from '../../domain/dataSourceAccess';
import { nameSecrets, type SignInSecret } from '../../domain/settings/replacedSecrets';
import { setupHeadline } from '../../domain/settings/setup';
import { CheckFinding, CheckFindings } from './CheckFindings';

interface Props {
  /** The app is enabled: only then can it check anything. */
  enabled: boolean;
  /** The form holds something else than what is stored. */
  isDirty: boolean;
  /** The stored secrets that the last save overwrote. */
  replaced: readonly SignInSecret[];
}

/** Whether the stored settings work, step by step in the order in which they depend on each other. */
export function SetupChecks({ enabled, isDirty, replaced }: Props) {
  const setup = useQuery({ ...queries.setup, enabled });
  const signInFailed = setup.data?.checks.some(({ id, outcome }) => id === 'signIn' && outcome === 'failed');
  return (
    <section aria-labelledby="setup-checks">
      <Stack direction="column" gap={2}>
        <Stack direction="row" justifyContent="space-between" alignItems="center" minHeight={4}>
          <ChecksTitle id="setup-checks" title="Checks" isDirty={enabled && isDirty} />
          {enabled && (
            <Button
              icon="sync"
              size="sm"
              variant="secondary"
              aria-busy={setup.isFetching}
              onClick={() => !setup.isFetching && void setup.refetch()}
            >
              Check again
            </Button>
          )}
        </Stack>
        <div role="status">
          <Text color="secondary">
            {enabled
              ? statusText(isDirty, setup.isFetching, setup.data ? setupHeadline(setup.data.checks) : '')
              : 'Enable the app to check the settings.'}
          </Text>
        </div>
        {setup.error && (
          <FailureAlert
            title="The test couldn’t run"
            failure={setup.error.failure}
            onRetry={() => void setup.refetch()}
          />
        )}
        {signInFailed && replaced.length > 0 && <ReplacedSecretAlert replaced={replaced} />}
        {setup.data && <CheckFindings checks={setup.data.checks} />}
      </Stack>
    </section>
  );
}

function statusText(isDirty: boolean, checking: boolean, found: string): string {
  if (checking) {
    return 'Checking…';
  }
  return isDirty ? [found, 'Changes are checked when you save'].filter(Boolean).join('. ') : found;
}

/** After a save that overwrote secrets, and a sign-in that fails: what is gone, and how to get on. */
function ReplacedSecretAlert({ replaced }: { replaced: readonly SignInSecret[] }) {
  const names = nameSecrets(replaced);
  const [are, them] = replaced.length > 1 ? ['are', 'them'] : ['is', 'it'];
  return (
    <Alert severity="error" title={`Authentication fails, and the previous ${names} ${are} gone`}>
      <Text element="p">
        Grafana stores only the last saved value. If you still have the previous {names}, enter {them} again and save.{' '}
        {replaced.includes('azureClientSecret') ? newSecret : newCertificate}
      </Text>
      <Text element="p">
        Until then, this plugin can’t connect to Azure. Existing private endpoints and data sources keep working.
      </Text>
    </Alert>
  );
}

const where = 'in Microsoft Entra ID, under App registrations, your app, Certificates & secrets';
const newSecret = `Otherwise create a new client secret ${where}, and enter its value.`;
const newCertificate = `Otherwise upload the certificate ${where} that matches the stored key.`;

/** Where the data sources live as things stand, and what may be done with them there. */
export function DataSourceAccessChecks({ isDirty }: { isDirty: boolean }) {
  const place = usePlace();
  const access = useDataSourceAccess();
  if (!place) {
    return null;
  }
  return (
    <section aria-labelledby="data-source-access">
      <Stack direction="column" gap={2}>
        <ChecksTitle id="data-source-access" title="Access to data sources" isDirty={isDirty} />
        <PlaceTitle place={place} />
        {access.isFetching && (
          <div role="status">
            <Text color="secondary">Checking permissions…</Text>
          </div>
        )}
        {access.error && (
          <FailureAlert
            title="Couldn’t load data source permissions"
            failure={access.error.failure}
            onRetry={() => void access.refetch()}
          />
        )}
        {access.data && (
          <Stack direction="column" gap={1.5}>
            {accessFindings(access.data).map((finding) => (
              <CheckFinding key={finding.title} {...finding} />
            ))}
          </Stack>
        )}
      </Stack>
    </section>
  );
}

interface ChecksTitleProps {
  /** Id of the title, for the section that it names. */
  id: string;
  title: string;
  /** Something else is typed than what was checked. */
  isDirty: boolean;
}

/** Title of a section of checks, which are of the saved settings. */
function ChecksTitle({ id, title, isDirty }: ChecksTitleProps) {
  return (
    <Stack direction="row" alignItems="baseline" gap={1}>
      <Text element="h2" variant="h3">
        <span id={id}>{title}</span>
      </Text>
      {isDirty && (
        <Text color="warning" variant="bodySmall">
          Results for the saved settings
        </Text>
      )}
    </Stack>
  );
}
