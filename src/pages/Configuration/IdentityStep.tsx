import { Alert, Button, Stack, Text } from '@grafana/ui';
import React from 'react';
import { useFormContext } from 'react-hook-form';
import { CodeBlock } from '../../components/CodeBlock';
import { identityCommands } from '../../domain/settings/identityCommands';
import { type StoredSettings, signInMethod } from '../../domain/settings/settings';
import { type SetupCheck, type SignInOptions } from '../../domain/settings/setup';
import { type FormValues } from '../../components/signIn/formValues';
import { IdentityWarning } from './IdentityWarning';
import { SetupStep } from './SetupStep';
import { SignInFields } from '../../components/signIn/SignInFields';

interface Props {
  stored: StoredSettings;
  options: SignInOptions;
  /** It is saved, works, and isn't being changed. */
  isDone: boolean;
  isChecking: boolean;
  isBusy: boolean;
  /** Why the saved identity can't sign in. */
  problem: SetupCheck | undefined;
  onChange: () => void;
  /** Missing while there is nothing to go back to. */
  onCancel: (() => void) | undefined;
}

/** Step 1: an identity of the plugin's own, with why and the commands that make one. */
export function IdentityStep({ stored, options, isDone, isChecking, isBusy, problem, onChange, onCancel }: Props) {
  const { watch } = useFormContext<FormValues>();
  const authType = watch('authType');
  const { azureCredentials } = stored.jsonData;
  return (
    <SetupStep number={1} title="Give the plugin an identity of its own" isDone={isDone}>
      {isDone && azureCredentials ? (
        <>
          <Stack direction="row" wrap="wrap" alignItems="center" columnGap={2} rowGap={1}>
            <Text color="secondary">
              {[signInMethod(azureCredentials.authType).title, azureCredentials.clientId].filter(Boolean).join(' · ')}
            </Text>
            <span role="status">
              <Text color="secondary">{isChecking ? 'Checking…' : 'Authentication succeeded'}</Text>
            </span>
            <Button type="button" variant="secondary" size="sm" icon="pen" onClick={onChange}>
              Change identity
            </Button>
          </Stack>
          <IdentityWarning credentials={azureCredentials} />
        </>
      ) : (
        <>
          <Text element="p">
            The plugin signs in to Azure with this identity, so give it one that nothing else uses. Through an Azure
            Monitor data source with the same identity, every Viewer of this Grafana could change private endpoints.
          </Text>
          <SignInFields
            options={options}
            secretsSet={stored.secretsSet}
            label=""
            below={
              authType && (
                <Stack direction="column" gap={1}>
                  <Text element="p">To create one with Azure CLI:</Text>
                  <CodeBlock code={identityCommands[authType]} label="Azure CLI for the identity" />
                </Stack>
              )
            }
          />
          {problem && (
            <Alert severity="error" title={problem.summary}>
              {problem.hint}
            </Alert>
          )}
          <Stack direction="row" gap={1}>
            <Button type="submit" aria-busy={isBusy} icon={isBusy ? 'spinner' : undefined}>
              Save and continue
            </Button>
            {onCancel && (
              <Button type="button" variant="secondary" onClick={onCancel}>
                Cancel
              </Button>
            )}
          </Stack>
        </>
      )}
    </SetupStep>
  );
}
