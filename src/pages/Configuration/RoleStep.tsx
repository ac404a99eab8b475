import { RadioButtonGroup, Text } from '@grafana/ui';
import React, { useState } from 'react';
import { segments } from '../../components/segments';
import { useFormContext } from 'react-hook-form';
import { CodeBlock } from '../../components/CodeBlock';
import { Disclosure } from '../../components/Disclosure';
import { moreRolesCli, roleBicep, roleCli } from '../../domain/settings/roleCommands';
import { type FormValues } from '../../components/signIn/formValues';
import { SetupStep } from './SetupStep';
import { WorkspaceIdField } from './WorkspaceIdField';

const formats = [
  { label: 'Azure CLI', value: 'cli' as const },
  { label: 'Bicep', value: 'bicep' as const },
];

/** Step 2: the role, to be copied for someone who may assign it. Nothing tells when that is done but step 3. */
export function RoleStep({ titleRef }: { titleRef: React.Ref<HTMLSpanElement> }) {
  const { watch, formState } = useFormContext<FormValues>();
  const [format, setFormat] = useState<'cli' | 'bicep'>('cli');
  const [clientId, workspaceId] = watch(['clientId', 'workspaceId']);
  const parts = { clientId: clientId.trim(), workspaceId };
  // That none is chosen is told in step 3.
  const error = workspaceId.trim() === '' ? undefined : formState.errors.workspaceId?.message;
  return (
    <SetupStep number={2} title="Assign the role" isDone={false} titleRef={titleRef}>
      <Text element="p">
        The smallest role that this plugin needs, on the workspace alone. An Owner or User Access Administrator of the
        workspace’s resource group can create and assign it. If the identity has it already, continue with step 3.
      </Text>
      <WorkspaceIdField
        label="Resource ID of the workspace"
        description="Optional. Completes the commands below. The URL of its page in the Azure portal works too."
        error={error}
      />
      <div>
        <RadioButtonGroup
          className={segments}
          aria-label="Format"
          options={formats}
          value={format}
          onChange={setFormat}
          size="sm"
        />
      </div>
      {format === 'cli' ? (
        <CodeBlock code={roleCli(parts)} label="Azure CLI for the role" />
      ) : (
        <CodeBlock code={roleBicep(parts)} label="Bicep for the role" />
      )}
      <Disclosure label="More roles, for data sources and target resources">
        <CodeBlock code={moreRolesCli(parts)} label="Azure CLI for more roles" />
      </Disclosure>
    </SetupStep>
  );
}
