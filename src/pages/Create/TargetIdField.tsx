import { Button, Field, Input, Stack } from '@grafana/ui';
import React from 'react';
import { afterPress } from '../../components/focus';
import { FailureAlert } from '../../components/FailureAlert';
import { InputNote } from '../../components/InputNote';
import { draftKind } from '../../domain/create/draft';
import { checkTargetId } from '../../domain/create/targetId';
import { parseResourceId } from '../../domain/resourceId';
import { serviceOfAlias } from '../../domain/create/indirectTargets';
import { withKind, withLinkServiceBegun, withTarget } from './changeDraft';
import { type Flow, type useDraftField } from './flow';
import { type TargetFacts } from './useTargetFacts';

interface Props {
  flow: Flow;
  facts: TargetFacts;
  target: ReturnType<typeof useDraftField<'target'>>;
  /** A missing target is told here. */
  asksHere: boolean;
}

/** The target by its resource ID, for those who have it at hand and where nothing can be searched. */
export function TargetIdField({ flow, facts, target: { field, error }, asksHere }: Props) {
  const { draft, existing, change } = flow;
  const leave = () => {
    if (draft.target.trim() !== '') {
      field.onBlur();
    }
    // What was pasted may be a portal URL: what is kept and shown is the id.
    if (facts.choice.ok && facts.choice.value.id !== draft.target) {
      field.onChange(facts.choice.value.id);
    }
  };
  return (
    <Stack direction="column" gap={1}>
      <Field
        label={draft.kind === 'other' || draft.kind === '' ? 'Resource ID' : 'Or by resource ID'}
        description="The resource ID, or the URL of the resource’s page in the Azure portal"
        invalid={asksHere && Boolean(error)}
        error={asksHere && error}
        noMargin
      >
        <Input
          ref={asksHere ? field.ref : null}
          id="create-target"
          autoComplete="off"
          spellCheck={false}
          placeholder="/subscriptions/…/resourceGroups/…/providers/…"
          value={field.value}
          onChange={({ currentTarget: { value } }) => change((before) => withTarget(before, value, existing))}
          onBlur={() => afterPress(leave)}
        />
      </Field>
      <KindSwitch flow={flow} />
      <LinkServiceOffer flow={flow} />
      {facts.readError && (
        <FailureAlert
          severity="warning"
          title="Couldn’t load the resource. You can still continue"
          failure={facts.readError}
          onRetry={facts.readAgain}
        />
      )}
      {draft.kind === 'other' && (
        <InputNote tone="warning">
          This resource type isn’t on Microsoft’s list for Azure Managed Grafana. Azure may reject it, or the endpoint
          may not work after approval.
        </InputNote>
      )}
    </Stack>
  );
}

/** The way to a private link service: for who has none, and for who has only the alias of a vendor's. */
function LinkServiceOffer({ flow: { draft, change, workspace, makeLinkService } }: { flow: Flow }) {
  const isAlias = serviceOfAlias(draft.target) !== '';
  if (!isAlias && draft.kind !== 'privateLinkService') {
    return null;
  }
  const begin = () => {
    const read = parseResourceId(workspace.id);
    change((before) =>
      withLinkServiceBegun(
        before.kind === 'privateLinkService' ? before : withKind(before, 'privateLinkService'),
        read.ok ? read.value.subscriptionId : '',
        isAlias ? 'vendor' : ''
      )
    );
    makeLinkService();
  };
  return (
    <div>
      <Button type="button" variant="secondary" fill="text" size="sm" onClick={begin}>
        {isAlias ? 'What to ask the vendor for' : 'I have no private link service yet'}
      </Button>
    </div>
  );
}

/** Where the id is of another kind than the chosen one: the way to that kind. */
function KindSwitch({ flow: { draft, existing, change } }: { flow: Flow }) {
  const read = checkTargetId(draft.target);
  if (!read.ok || draft.kind === '' || read.value.kind === draftKind(draft)) {
    return null;
  }
  const { id, kind } = read.value;
  return (
    <div>
      <Button
        type="button"
        variant="secondary"
        size="sm"
        onClick={() => change((before) => withTarget(withKind(before, kind?.key ?? 'other'), id, existing))}
      >
        Switch to {kind?.title ?? 'Other'}
      </Button>
    </div>
  );
}
