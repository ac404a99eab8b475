import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React, { type FormEvent } from 'react';
import { queries } from '../../data/queries';
import { draftKind } from '../../domain/create/draft';
import { type Flow } from './flow';
import { KindField } from './KindField';
import { LinkedWorkspaces } from './LinkedWorkspaces';
import { PreflightPanel } from './PreflightPanel';
import { StepActions } from './StepActions';
import { SubResourceField } from './SubResourceField';
import { TargetIdField } from './TargetIdField';
import { TargetSearch } from './TargetSearch';
import { useTargetFacts } from './useTargetFacts';

interface Props {
  flow: Flow;
  onNext: () => void;
}

/** What to reach: the kind, the resource, its sub-resource, and what stands in the way. */
export function TargetStep({ flow, onNext }: Props) {
  const styles = useStyles2(getStyles);
  const facts = useTargetFacts(flow);
  const { draft } = flow;
  const kind = draftKind(draft);
  const { isError } = useQuery({ ...queries.targets(kind?.resourceType ?? '', ''), enabled: kind !== undefined });
  // Who has chosen nothing yet is led to the search, where there is one.
  const asksInSearch = kind !== undefined && !isError && draft.target.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onNext();
  };
  return (
    <form onSubmit={submit} noValidate aria-label="Target" className={styles.columns}>
      <div className={styles.fields}>
        <LinkedWorkspaces flow={flow} />
        <KindField flow={flow} />
        {kind && <TargetSearch key={kind.key} flow={flow} kind={kind} asksHere={asksInSearch} />}
        <TargetIdField flow={flow} facts={facts} asksHere={!asksInSearch} />
        <SubResourceField flow={flow} facts={facts} />
      </div>
      <PreflightPanel flow={flow} facts={facts} />
      <StepActions nextLabel="Next: details" />
    </form>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  columns: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(4),
    alignItems: 'start',
    // Where there is room, what pre-flight found stands beside the fields; else before the button.
    [theme.breakpoints.up('lg')]: {
      gridTemplateColumns: `minmax(0, 1fr) ${theme.spacing(48)}`,
      gridTemplateRows: 'auto 1fr',
      '& > :nth-child(2)': { gridColumn: 2, gridRow: '1 / span 2' },
    },
  }),
  fields: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(3), minWidth: 0 }),
});
