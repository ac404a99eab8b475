import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Spinner, Text, useStyles2 } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React, { type FormEvent, useMemo } from 'react';
import { ChoiceCards } from '../../components/ChoiceCards';
import { Disclosure } from '../../components/Disclosure';
import { Panel } from '../../components/Panel';
import { PreflightList } from '../../components/PreflightList';
import { ReachedBy } from '../../components/ReachedBy';
import { queries } from '../../data/queries';
import { useTargetViews } from '../../data/useFollow';
import { kindOfTarget } from '../../domain/catalogue/catalogue';
import { draftKind } from '../../domain/create/draft';
import { endpointsByTarget } from '../../domain/create/reachedTargets';
import { nameOfTarget } from '../../domain/target';
import { blockersOf, preflightSummary } from '../../domain/preflight/preflight';
import { parseResourceId, resourceKey } from '../../domain/resourceId';
import { Blockers } from './Blockers';
import { withKind, withTarget } from './changeDraft';
import { type Flow, useDraftField } from './flow';
import { KindField } from './KindField';
import { kindIcon } from './kindIcon';
import { besideFields } from './layout';
import { StepActions } from './StepActions';
import { SubResourceField } from './SubResourceField';
import { TargetIdField } from './TargetIdField';
import { TargetSearch } from './TargetSearch';
import { type TargetFacts, useTargetFacts } from './useTargetFacts';

interface Props {
  flow: Flow;
  onNext: () => void;
}

/** What to reach: the kind, the resource, its sub-resource, and what stands in the way. */
export function TargetStep({ flow, onNext }: Props) {
  const styles = useStyles2(getStyles);
  const facts = useTargetFacts(flow);
  const target = useDraftField('target', flow);
  const { draft } = flow;
  const kind = draftKind(draft);
  const { isError } = useQuery({ ...queries.targets(kind?.resourceType ?? '', ''), enabled: kind !== undefined });
  // Who has chosen nothing yet is led to the search, where there is one.
  const asksInSearch = kind !== undefined && !isError && draft.target.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onNext();
  };
  const blockers = facts.choice.ok ? blockersOf(facts.results) : [];
  return (
    <form onSubmit={submit} noValidate aria-label="Target">
      <Blockers problems={blockers} />
      <div className={styles.columns}>
        <div className={styles.fields}>
          {!flow.wish && <LinkedWorkspaces flow={flow} />}
          <KindField flow={flow} />
          {kind && <TargetSearch key={kind.key} flow={flow} kind={kind} target={target} asksHere={asksInSearch} />}
          <TargetIdField flow={flow} facts={facts} target={target} asksHere={!asksInSearch} />
          <SubResourceField flow={flow} facts={facts} />
        </div>
        <PreflightPanel flow={flow} facts={facts} />
        <StepActions flow={flow} nextLabel="Next: details" />
      </div>
    </form>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  columns: besideFields(theme, 2),
  fields: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(3), minWidth: 0 }),
});

/** The Azure Monitor workspaces that are linked to this workspace: the likeliest targets, offered first. */
function LinkedWorkspaces({ flow }: { flow: Flow }) {
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
          icon: kindIcon('monitorWorkspace'),
          description: `Managed Prometheus${read.ok ? ` · ${read.value.resourceGroup}` : ''}`,
          below: already && <ReachedBy endpoints={already} viewOf={viewOf} />,
        };
      })}
      value={resourceKey(draft.target)}
      onChange={choose}
    />
  );
}

/** What would make the endpoint fail or disappoint, said before it is tried. */
function PreflightPanel({ flow, facts }: { flow: Flow; facts: TargetFacts }) {
  const styles = useStyles2(getPreflightPanelStyles);
  const { draft } = flow;
  const kind = draftKind(draft);
  const chosen = facts.choice.ok;
  return (
    <div className={styles.aside}>
      <Panel title="Before you create">
        <span role="status">
          <Text color="secondary">{statusText(chosen, facts, draft.target)}</Text>{' '}
          {facts.isReading && <Spinner inline />}
        </span>
        {chosen && (
          <PreflightList results={facts.results.filter((result) => !blockersOf(facts.results).includes(result))} />
        )}
        {kind && kind.prerequisites.length > 0 && (
          <Disclosure label="About this resource type">
            <ul className={styles.list}>
              {kind.prerequisites.map(({ text, certainty }) => (
                <li key={text}>
                  {certainty === 'probable' ? 'Probable: ' : ''}
                  {text}
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Panel>
    </div>
  );
}

function statusText(chosen: boolean, { isReading, readError, results }: TargetFacts, target: string): string {
  if (!chosen) {
    return 'Select a resource to see checks.';
  }
  return isReading ? `Checking ${nameOfTarget(target)}…` : preflightSummary(results, !readError);
}

const getPreflightPanelStyles = (theme: GrafanaTheme2) => ({
  aside: css({ minWidth: 0, [theme.breakpoints.up('lg')]: { position: 'sticky', top: theme.spacing(2) } }),
  list: css({ margin: 0, paddingLeft: theme.spacing(2.5) }),
});
