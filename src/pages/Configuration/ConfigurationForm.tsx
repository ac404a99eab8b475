import { AppEvents } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';
import { Alert, Button, Checkbox, ConfirmModal, FieldSet, Stack, Text } from '@grafana/ui';
import React, { useCallback, useEffect, useMemo, useState } from 'react';
import { FormProvider, useForm, useFormContext } from 'react-hook-form';
import { dialog } from '../../components/dialog';
import { FailureAlert } from '../../components/FailureAlert';
import { resolverFor } from '../../components/resolverFor';
import { wrapAnywhere } from '../../components/wrapAnywhere';
import { useLeaveQuestion } from '../../data/useLeaveQuestion';
import { useSaveSettings } from '../../data/workspace';
import { showHidden } from '../../domain/outsideText';
import { nameSecrets, replacedSecrets, type SignInSecret } from '../../domain/settings/replacedSecrets';
import { firstMethod, type StoredSettings, type UnreadableSetting } from '../../domain/settings/settings';
import { type SignInOptions } from '../../domain/settings/setup';
import { ApprovalField } from './ApprovalField';
import { formProblems } from './formProblems';
import { type FormValues, saved, toChange, toFormValues, unusedSecrets } from '../../components/signIn/formValues';
import { PlaceFields } from './PlaceFields';
import { RefreshField } from './RefreshField';
import { SignInFields } from '../../components/signIn/SignInFields';
import { Submits } from '../../components/signIn/SecretField';
import { WorkspaceField } from './WorkspaceField';

interface Props {
  stored: StoredSettings;
  /** Undefined where the backend can't say what this Grafana offers. */
  options: SignInOptions | undefined;
  /** Something is typed that isn't saved. */
  onDirty: (isDirty: boolean) => void;
  /** Called after a save with the stored secrets that it overwrote. */
  onSaved: (replaced: SignInSecret[]) => void;
}

const unsaved = 'Your changes aren’t saved. Leave without saving?';

/** How to sign in, and to which workspace. */
export function ConfigurationForm({ stored, options, onDirty, onSaved }: Props) {
  const save = useSaveSettings({ loadsAnew: !stored.enabled });
  const { secretsSet } = stored;
  const resolver = useMemo(() => resolverFor((values: FormValues) => formProblems(values, secretsSet)), [secretsSet]);
  const form = useForm<FormValues>({
    // What is stored as the page opens; a save makes what was saved the new start, and nothing else overwrites typing.
    defaultValues: toFormValues(stored, firstMethod, options?.cloud ?? ''),
    resolver,
  });
  const { isDirty } = form.formState;
  useLeaveQuestion(isDirty, unsaved);
  const reloadWhenClean = useReload(!isDirty);
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);

  const [submits, setSubmits] = useState(0);
  const [asksToClear, setAsksToClear] = useState(false);
  const storedWorkspace = stored.jsonData.workspaceId;
  const submit = form.handleSubmit(async (values) => {
    // The button keeps the focus, which a disabled one would lose.
    if (save.isPending) {
      return;
    }
    if (storedWorkspace && values.workspaceId.trim() === '') {
      setAsksToClear(true);
      return;
    }
    await saveValues(values);
  });
  const saveValues = async (values: FormValues) => {
    const change = toChange(values, stored);
    try {
      await save.mutateAsync(change);
    } catch {
      return; // shown below, from the mutation's state
    }
    onSaved(replacedSecrets(change.secrets, secretsSet));
    form.reset(saved(values));
    if (stored.enabled) {
      getAppEvents().publish({ type: AppEvents.alertSuccess.name, payload: ['Settings saved'] });
    } else {
      reloadWhenClean();
    }
  };

  return (
    <Submits.Provider value={submits}>
      <FormProvider {...form}>
        <form
          onSubmit={(event) => void submit(event).then(() => setSubmits((before) => before + 1))}
          noValidate
          aria-label="Configuration"
        >
          <Stack direction="column" gap={0}>
            <UnreadableAlert stored={stored} />
            <ExposedSecrets stored={stored} />
            {!stored.enabled && (
              <Alert severity="info" title="The app isn’t enabled yet">
                To use a cloud other than the Azure public cloud, select Enable on this page first. Only then does the
                app know which clouds and authentication methods this Grafana offers.
              </Alert>
            )}
            <SignInFields options={options} secretsSet={stored.secretsSet} label="Authentication" />
            <WorkspaceField signInStored={Boolean(stored.enabled && stored.jsonData.azureCredentials)} />
            <PlaceFields stored={stored} />
            <FieldSet label="Private endpoints">
              <Stack direction="column" gap={2}>
                <RefreshField />
                <ApprovalField allowed={options?.approvalAllowed} />
              </Stack>
            </FieldSet>
            <UnusedSecrets stored={stored} />
            {save.error && <FailureAlert title="Couldn’t save the settings" failure={save.error.failure} />}
            <Stack direction="row" alignItems="center" gap={2}>
              <Button type="submit" aria-busy={save.isPending} icon={save.isPending ? 'spinner' : undefined}>
                {stored.enabled ? 'Save and test' : 'Enable, save and test'}
              </Button>
              {isDirty && <Text color="secondary">Not saved yet</Text>}
            </Stack>
          </Stack>
          <ConfirmModal
            modalClass={dialog}
            isOpen={asksToClear}
            title="Remove the workspace?"
            body="Without a workspace, the app shows no private endpoints, and you set it up again."
            description="Nothing changes in Azure."
            confirmText="Remove workspace"
            dismissText="Keep workspace"
            onConfirm={() => {
              setAsksToClear(false);
              void saveValues(form.getValues());
            }}
            onDismiss={() => {
              setAsksToClear(false);
              form.setValue('workspaceId', storedWorkspace ?? '', { shouldDirty: true });
            }}
          />
        </form>
      </FormProvider>
    </Submits.Provider>
  );
}

/**
 * Grafana keeps what it knew of a plugin when the page was loaded, and its pages and navigation go by that
 * (12.4, public/app/features/plugins/pluginSettings.ts): an app that was enabled since would open as a blank page.
 * @param isClean nothing is typed that leaving the page would lose
 * @returns asks for the reload, which follows once the form is clean
 */
function useReload(isClean: boolean): () => void {
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (isAsked && isClean) {
      window.location.reload();
    }
  }, [isAsked, isClean]);
  return useCallback(() => setAsked(true), []);
}

/** Tells which settings hold a secret that everyone can read, and offers to remove it. */
function ExposedSecrets({ stored: { exposed } }: { stored: StoredSettings }) {
  const { register } = useFormContext<FormValues>();
  if (exposed.length === 0) {
    return null;
  }
  return (
    <Alert severity="error" title="Every user can read a secret in these settings">
      <Stack direction="column" gap={1}>
        <span className={wrapAnywhere}>
          {`Stored in jsonData, which every user of this organization can read: ${exposed.map(showHidden).join(', ')}. Replace the secret, because it may have been read. If a provisioning file contains it, move it to secureJsonData there. Otherwise Grafana restores it at the next restart.`}
        </span>
        <Checkbox {...register('removeExposed')} label="Remove it when saving" />
      </Stack>
    </Alert>
  );
}

/** Tells which stored secrets nothing uses, and offers to remove them. */
function UnusedSecrets({ stored }: { stored: StoredSettings }) {
  const { register, watch } = useFormContext<FormValues>();
  const [authType, certificateFormat, place] = watch(['authType', 'certificateFormat', 'place']);
  const unused = unusedSecrets({ authType, certificateFormat, place }, stored);
  if (unused.length === 0) {
    return null;
  }
  return (
    <FieldSet>
      <Checkbox
        {...register('removeUnused')}
        label={`Remove unused secrets: ${nameSecrets(unused)}`}
        description="Stored in Grafana, but not used by these settings. Grafana keeps a secret until it’s replaced or removed, even if a provisioning file no longer contains it."
      />
    </FieldSet>
  );
}

const names: Record<UnreadableSetting, string> = {
  workspaceId: 'workspace',
  apiVersion: 'API version',
  azureCredentials: 'authentication',
  place: 'location of the data sources',
  automaticRefresh: 'automatic refresh',
  approveRequests: 'approving requests',
};

/** Says that a newer version saved the settings, and which of them this one doesn't know. */
function UnreadableAlert({ stored: { newer, unreadable } }: { stored: StoredSettings }) {
  if (!newer && unreadable.length === 0) {
    return null;
  }
  const list = unreadable.map((name) => names[name]).join(', ');
  return (
    <Alert
      severity={list ? 'warning' : 'info'}
      title={newer ? 'Set by a newer version of the plugin' : 'Some stored settings aren’t known to this version'}
    >
      {list && `Not known to this version: ${list}. `}
      Saving keeps settings that this version doesn’t recognize, unless you replace them.
      {newer && ' To use all settings, update the plugin.'}
    </Alert>
  );
}
