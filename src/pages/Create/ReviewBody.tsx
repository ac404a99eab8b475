import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, Stack, useStyles2 } from '@grafana/ui';
import React, { type FormEvent, useEffect, useRef } from 'react';
import { ChangeStatus } from '../../components/ChangeStatus';
import { Panel } from '../../components/Panel';
import { PreflightList } from '../../components/PreflightList';
import { useChange } from '../../data/useChange';
import { type Change, failedTitle } from '../../domain/changes/change';
import { type CreateRequest } from '../../domain/create/createRequest';
import { type WizardStepId } from '../../domain/create/wizardSteps';
import { rightByKey, rightWords } from '../../domain/permissions';
import { CancelLink } from './CancelLink';
import { CodeExport } from './CodeExport';
import { type Flow } from './flow';
import { NextNotes } from './NextNotes';
import { ReviewSummary } from './ReviewSummary';
import { useTargetFacts } from './useTargetFacts';

export interface ReviewProps {
  flow: Flow;
  onOpen: (step: WizardStepId) => void;
  /** Azure took it; `here` is false when the user has left the page meanwhile. */
  onTaken: (created: { name: string }, here: boolean) => void;
}

/** The review of a request that can be sent. */
export function ReviewBody({ flow, request, onOpen, onTaken }: ReviewProps & { request: CreateRequest }) {
  const styles = useStyles2(getStyles);
  const { workspace, draft } = flow;
  const facts = useTargetFacts(flow);
  const creation = useChange(onTaken);
  const { failure, isPending } = creation;
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) {
      outcome.current?.focus();
    }
  }, [failure]);

  const change: Change = { kind: 'create', name: draft.name, request };
  const refused = failure?.code === 'azure_forbidden';
  const mayNot = refused || facts.createRight === 'notGranted';
  // The missing right has an alert of its own.
  const toMind = facts.results.filter(
    ({ outcome: found, rule }) => (found === 'problem' || found === 'caution') && rule.id !== 'createRight'
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) {
      creation.send(change);
    }
  };

  return (
    <form onSubmit={send} aria-label="Review" className={styles.columns}>
      <div className={styles.column}>
        <ReviewSummary workspace={workspace} name={draft.name} request={request} onOpen={onOpen} />
        {toMind.length > 0 && (
          <Panel title="Before you create">
            <PreflightList results={toMind} />
          </Panel>
        )}
        <NextNotes targetId={request.targetId} />
        {mayNot && (
          <Alert severity="warning" title="The identity doesn’t have permission to create private endpoints">
            {!refused && `${rightWords(rightByKey('create'), 'notGranted').text} `}
            You can send the code on this page to someone who has permission.
          </Alert>
        )}
        <div ref={outcome} tabIndex={-1} className={styles.outcome}>
          <ChangeStatus
            waiting={creation.waiting}
            failure={failure}
            cancel={creation.cancel}
            title={failedTitle(change)}
          />
        </div>
        <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
          <Button
            type="submit"
            variant={mayNot ? 'secondary' : 'primary'}
            icon={isPending ? 'spinner' : undefined}
            aria-busy={isPending}
          >
            {mayNot ? 'Try to create anyway' : 'Create private endpoint'}
          </Button>
          <Button type="button" variant="secondary" onClick={() => onOpen('details')}>
            Back
          </Button>
          <CancelLink />
          <span role="status">{isPending && !creation.waiting && 'Creating the private endpoint…'}</span>
        </Stack>
      </div>
      <div className={styles.column}>
        <CodeExport workspace={workspace} name={draft.name} request={request} isTheWay={mayNot} />
      </div>
    </form>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  columns: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(3),
    alignItems: 'start',
    [theme.breakpoints.up('lg')]: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  }),
  column: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
  outcome: css({ '&:empty': { display: 'none' }, '&:focus': { outline: 'none' } }),
});
