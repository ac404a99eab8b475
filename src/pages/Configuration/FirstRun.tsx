import { css } from '@emotion/css';
import { useQuery } from '@tanstack/react-query';
import React, { useMemo, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { Navigate, useLocation, useNavigate } from 'react-router-dom';
import { FailureAlert } from '../../components/FailureAlert';
import { resolverFor } from '../../components/resolverFor';
import { queries } from '../../data/queries';
import { useLeaveQuestion } from '../../data/useLeaveQuestion';
import { useSaveSettings, useTestSettings } from '../../data/workspace';
import { isSetUp } from '../../domain/settings/isSetUp';
import { firstMethod, type StoredSettings } from '../../domain/settings/settings';
import { type SetupCheck, signInProblem, type SignInOptions } from '../../domain/settings/setup';
import { afterSetupPath } from '../../paths';
import { formProblems } from './formProblems';
import { type FormValues, saved, toChange, toFormValues } from '../../components/signIn/formValues';
import { IdentityStep } from './IdentityStep';
import { RoleStep } from './RoleStep';
import { WorkspaceStep } from './WorkspaceStep';

interface Props {
  stored: StoredSettings;
  options: SignInOptions;
}

/**
 * The three steps from nothing to the list: identity, role, workspace. What is saved decides which of them are done, so that
 * another day or another admin goes on where this one stopped.
 */
export function FirstRun({ stored, options }: Props) {
  const [wasSetUp] = useState(() => isSetUp(stored));
  const { search } = useLocation();
  const [to] = useState(() => afterSetupPath(search));
  return wasSetUp ? <Navigate to={to} replace /> : <Steps stored={stored} options={options} to={to} />;
}

const unsaved = 'The set-up isn’t finished, and what you entered isn’t saved. Leave?';

function Steps({ stored, options, to }: Props & { to: string }) {
  const navigate = useNavigate();
  const save = useSaveSettings();
  const test = useTestSettings();
  const { secretsSet, jsonData } = stored;
  const resolver = useMemo(() => resolverFor((values: FormValues) => formProblems(values, secretsSet)), [secretsSet]);
  const form = useForm<FormValues>({ defaultValues: toFormValues(stored, firstMethod, options.cloud), resolver });
  const [changesIdentity, setChangesIdentity] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [findings, setFindings] = useState<readonly SetupCheck[]>([]);
  const roleTitle = useRef<HTMLSpanElement>(null);
  useLeaveQuestion(form.formState.isDirty, unsaved);

  const hasIdentity = stored.enabled && jsonData.azureCredentials !== undefined;
  const setup = useQuery({ ...queries.setup, enabled: hasIdentity });
  const problem = signInProblem(setup.data?.checks ?? []);
  const identityIsDone = hasIdentity && !changesIdentity && problem === undefined;

  /** Saves and tests; undefined where either couldn't be done, which is shown below. */
  const attempt = async (values: FormValues, workspaceId: string): Promise<readonly SetupCheck[] | undefined> => {
    setBusy(true);
    setFindings([]);
    try {
      await save.mutateAsync(toChange({ ...values, workspaceId }, stored));
      form.reset(saved(values));
      return await test();
    } catch {
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  const saveIdentity = async (values: FormValues) => {
    const checks = await attempt(values, jsonData.workspaceId ?? '');
    if (checks && !signInProblem(checks)) {
      setChangesIdentity(false);
      // The fields with the focus are gone.
      requestAnimationFrame(() => roleTitle.current?.focus());
    }
  };
  const finish = async (values: FormValues) => {
    if (values.workspaceId.trim() === '') {
      form.setError('workspaceId', { type: 'problem', message: 'Select a workspace, or enter its resource ID' });
      return;
    }
    const checks = await attempt(values, values.workspaceId);
    if (checks && !checks.some(({ outcome }) => outcome === 'failed')) {
      navigate(to);
    } else if (checks) {
      setFindings(checks);
    }
  };
  const submit = form.handleSubmit(async (values) => {
    if (!isBusy) {
      await (identityIsDone ? finish(values) : saveIdentity(values));
    }
  });

  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void submit(event)} noValidate aria-label="Set-up">
        <ol className={list}>
          <IdentityStep
            stored={stored}
            options={options}
            isDone={identityIsDone}
            isChecking={hasIdentity && setup.isFetching}
            isBusy={isBusy}
            problem={isBusy ? undefined : problem}
            onChange={() => setChangesIdentity(true)}
            onCancel={hasIdentity && !problem ? () => setChangesIdentity(false) : undefined}
          />
          <RoleStep titleRef={roleTitle} />
          <WorkspaceStep isOpen={identityIsDone} isBusy={isBusy} findings={findings} />
        </ol>
        {save.error && <FailureAlert title="Couldn’t save the settings" failure={save.error.failure} />}
        {setup.error && (
          <FailureAlert
            title="The test couldn’t run"
            failure={setup.error.failure}
            onRetry={() => void setup.refetch()}
          />
        )}
      </form>
    </FormProvider>
  );
}

// Lines of a length that reads well, and room for a resource ID.
const list = css({ listStyle: 'none', margin: 0, padding: 0, maxWidth: 880 });
