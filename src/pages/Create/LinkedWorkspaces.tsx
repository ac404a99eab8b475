import React, { useMemo } from 'react';
import { ChoiceCards } from '../../components/ChoiceCards';
import { ReachedBy } from '../../components/ReachedBy';
import { useTargetViews } from '../../data/useFollow';
import { kindOfTarget } from '../../domain/catalogue/catalogue';
import { endpointsByTarget } from '../../domain/create/reachedTargets';
import { nameOfTarget } from '../../domain/list/row';
import { parseResourceId, resourceKey } from '../../domain/resourceId';
import { withKind, withTarget } from './changeDraft';
import { type Flow } from './flow';

/** The Azure Monitor workspaces that are linked to this workspace: the likeliest targets, offered first. */
export function LinkedWorkspaces({ flow }: { flow: Flow }) {
  const { workspace, draft, existing, change, endpoints } = flow;
  const reached = useMemo(() => endpointsByTarget(endpoints ?? []), [endpoints]);
  const viewOf = useTargetViews();
  const linked = workspace.linkedMonitorWorkspaces.filter((id) => kindOfTarget(id)?.key === 'monitorWorkspace');
  if (linked.length === 0) {
    return null;
  }
  const choose = (key: string) => {
    const id = linked.find((one) => resourceKey(one) === key) ?? '';
    change((before) => withTarget(withKind(before, 'monitorWorkspace'), id, existing));
  };
  return (
    <ChoiceCards
      label="Azure Monitor workspaces linked to this workspace"
      layout="grid"
      choices={linked.map((id) => {
        const read = parseResourceId(id);
        const already = reached.get(resourceKey(id));
        return {
          value: resourceKey(id),
          title: nameOfTarget(id),
          description: `Managed Prometheus${read.ok ? ` · ${read.value.resourceGroup}` : ''}`,
          below: already && <ReachedBy endpoints={already} viewOf={viewOf} />,
        };
      })}
      value={resourceKey(draft.target)}
      onChange={choose}
    />
  );
}
