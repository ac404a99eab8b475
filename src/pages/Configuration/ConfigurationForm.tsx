import { AppEvents } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';
import { Button, Stack, Text } from '@grafana/ui';
import React, { useEffect } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { FailureAlert } from '../../components/FailureAlert';
import { useSaveSettings } from '../../data/useSaveSettings';
import { type StoredSettings } from '../../domain/settings/settings';
import { type SignInOptions } from '../../domain/settings/setup';
import { formProblems } from './formProblems';
import { type FormValues, toChange, toFormValues } from './formValues';
import { SignInFields } from './SignInFields';
import { WorkspaceField } from './WorkspaceField';

interface Props {
  stored: StoredSettings;
  /** Undefined where the backend can't say what this Grafana offers. */
  options: SignInOptions | undefined;
}

/** How to sign in, and to which workspace. */
export function ConfigurationForm({ stored, options }: Props) {
  const save = useSaveSettings();
  const firstMethod = options?.methods.find(({ enabled }) => enabled)?.authType ?? 'clientsecret';
  const saved = toFormValues(stored, firstMethod, options?.cloud ?? '');
  const form = useForm<FormValues>({
    // A save brings new stored settings: the form follows, and what is being typed meanwhile stays.
    values: saved,
    resetOptions: { keepDirtyValues: true },
    resolver: (values) => {
      const problems = Object.entries(formProblems(values, stored.secretsSet));
      return problems.length === 0
        ? { values, errors: {} }
        : {
            values: {},
            errors: Object.fromEntries(problems.map(([field, message]) => [field, { type: 'validate', message }])),
          };
    },
  });
  const { isDirty } = form.formState;
  useWarnBeforeUnload(isDirty);

  const submit = form.handleSubmit(async (values) => {
    try {
      await save.mutateAsync(toChange(values));
    } catch {
      return; // shown below, from the mutation's state
    }
    const typed = { azureClientSecret: '', clientCertificate: '', privateKey: '', certificatePassword: '' };
    form.reset({ ...values, ...typed }, { keepDirtyValues: false });
    getAppEvents().publish({ type: AppEvents.alertSuccess.name, payload: ['Settings saved'] });
  });

  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void submit(event)} noValidate aria-label="Configuration">
        <Stack direction="column" gap={0}>
          <SignInFields options={options} secretsSet={stored.secretsSet} />
          <WorkspaceField signInStored={Boolean(stored.enabled && stored.jsonData.azureCredentials)} />
          {save.error && <FailureAlert title="The settings could not be saved" failure={save.error.failure} />}
          <Stack direction="row" alignItems="center" gap={2}>
            <Button type="submit" disabled={save.isPending} icon={save.isPending ? 'spinner' : undefined}>
              {stored.enabled ? 'Save and check' : 'Enable, save and check'}
            </Button>
            {isDirty && <Text color="secondary">Not saved yet</Text>}
          </Stack>
        </Stack>
      </form>
    </FormProvider>
  );
}

function useWarnBeforeUnload(dirty: boolean) {
  useEffect(() => {
    if (!dirty) {
      return;
    }
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);
}
