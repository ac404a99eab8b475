import { Field, Input, Stack, Text } from '@grafana/ui';
import React from 'react';
import { ChoiceCards } from '../../components/ChoiceCards';
import { InputNote } from '../../components/InputNote';
import { subResourceProblem } from '../../domain/catalogue/catalogue';
import { type SubResourceChoice } from '../../domain/create/subResourceChoices';
import { type Flow, useDraftField } from './flow';
import { type TargetFacts } from './useTargetFacts';

/** Which part of the target: told where there is one, asked where there are several, typed where nobody knows. */
export function SubResourceField({ flow, facts }: { flow: Flow; facts: TargetFacts }) {
  const { field, error } = useDraftField('subResource', flow);
  const { choices } = facts;
  const only = choices[0];
  const odd = subResourceProblem(flow.draft.target, [flow.draft.subResource]);

  if (flow.draft.kind === '' || !facts.choice.ok || flow.draft.kind === 'privateLinkService') {
    return null;
  }
  return (
    <Stack direction="column" gap={1}>
      {choices.length === 0 && (
        <Field
          label="Sub-resource"
          description="Also called group ID, for example blob. Leave empty if the resource has none."
          noMargin
        >
          <Input
            {...field}
            id="create-sub-resource"
            autoComplete="off"
            spellCheck={false}
            onChange={({ currentTarget: { value } }) => field.onChange(value.trim())}
          />
        </Field>
      )}
      {choices.length === 0 && odd && <InputNote tone="warning">{odd}</InputNote>}
      {choices.length === 1 && only && (
        <Text color="secondary">
          Sub-resource: <Text color="primary">{only.groupId}</Text>
        </Text>
      )}
      {choices.length > 1 && (
        <ChoiceCards
          label="Sub-resource"
          layout="list"
          choices={choices.map((choice) => ({
            value: choice.groupId,
            title: choice.groupId,
            description: describe(choice),
          }))}
          value={field.value}
          inputRef={field.ref}
          error={error}
          onChange={field.onChange}
        />
      )}
      {facts.subResourcesError && (
        <InputNote tone="info">
          Couldn’t load the sub-resources: {facts.subResourcesError.message} Common sub-resources are listed.
        </InputNote>
      )}
    </Stack>
  );
}

function describe({ title, listed }: SubResourceChoice): string {
  if (!listed) {
    return 'Not on Microsoft’s list for Azure Managed Grafana';
  }
  return title ? `${title}, recommended for Grafana` : 'Recommended for Grafana';
}
