import { Button, Field, Input, Stack } from '@grafana/ui';
import React from 'react';
import { afterPress } from '../../components/afterPress';
import { FailureAlert } from '../../components/FailureAlert';
import { InputNote } from '../../components/InputNote';
import { draftKind } from '../../domain/create/draft';
import { checkTargetId } from '../../domain/create/targetId';
import { withKind, withTarget } from './changeDraft';
import { type Flow } from './flow';
import { type TargetFacts } from './useTargetFacts';

/** The target by its resource id, for those who have it at hand and where nothing can be searched. */
export function TargetIdField({ flow, facts }: { flow: Flow; facts: TargetFacts }) {
  const { draft, existing, change, errorOf, touch } = flow;
  const error = errorOf('target');
  const read = checkTargetId(draft.target);
  const otherKind = read.ok && draft.kind !== '' && read.value.kind !== draftKind(draft) ? read.value : undefined;
  const otherKey = otherKind?.kind?.key ?? 'other';
  const leave = () => {
    if (draft.target.trim() !== '') {
      touch('target');
    }
    // What was pasted may be a portal URL: what is kept and shown is the id.
    if (facts.choice.ok && facts.choice.value.id !== draft.target) {
      const { id } = facts.choice.value;
      change((before) => ({ ...before, target: id }));
    }
  };
  return (
    <div data-field="target">
      <Stack direction="column" gap={1}>
        <Field
          label={draft.kind === 'other' || draft.kind === '' ? 'Resource ID' : 'Or by resource ID'}
          description="The resource ID, or the address of the resource’s page in the Azure portal"
          invalid={Boolean(error)}
          error={error}
          noMargin
        >
          <Input
            id="create-target"
            autoComplete="off"
            spellCheck={false}
            placeholder="/subscriptions/…/resourceGroups/…/providers/…"
            value={draft.target}
            onChange={({ currentTarget: { value } }) => change((before) => withTarget(before, value, existing))}
            onBlur={() => afterPress(leave)}
          />
        </Field>
        {otherKind && (
          <div>
            <Button
              type="button"
              variant="secondary"
              size="sm"
              onClick={() => change((before) => withTarget(withKind(before, otherKey), otherKind.id, existing))}
            >
              Switch to {otherKind.kind?.title ?? 'Another resource'}
            </Button>
          </div>
        )}
        {facts.readError && (
          <FailureAlert
            title="The resource could not be read. You can go on: Azure decides"
            failure={facts.readError}
            onRetry={facts.readAgain}
          />
        )}
        {draft.kind === 'other' && (
          <InputNote tone="warning">
            This kind isn’t on Microsoft’s list for Azure Managed Grafana. It may be refused, or approved and never
            carry traffic.
          </InputNote>
        )}
      </Stack>
    </div>
  );
}
