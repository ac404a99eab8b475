import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, Stack, useStyles2 } from '@grafana/ui';
import React, { type FormEvent, useEffect, useRef } from 'react';
import { Panel } from '../../components/Panel';
import { PreflightList } from '../../components/PreflightList';
import { type CreateRequest } from '../../domain/create/createRequest';
import { type WizardStepId } from '../../domain/create/wizardSteps';
import { rightByKey, rightWords } from '../../domain/permissions';
import { CancelLink } from './CancelLink';
import { CodeExport } from './CodeExport';
import { type Flow } from './flow';
import { NextNotes } from './NextNotes';
import { ReviewSummary } from './ReviewSummary';
import { SubmitOutcome } from './SubmitOutcome';
import { useSubmit } from './useSubmit';
import { useTargetFacts } from './useTargetFacts';

export interface ReviewProps {
  flow: Flow;
  /** Name that was asked for before with an answer that got lost; '' otherwise. */
  sent: string;
  note: (sent: string) => void;
  onOpen: (step: WizardStepId) => void;
  /** Azure took it; `here` is false when the user has left the page meanwhile. */
  onAccepted: (name: string, here: boolean) => void;
  /** It waits in line: the endpoint's page tells for what, and follows it. */
  onQueued: (name: string) => void;
}

/** The review of a request that can be sent. */
export function ReviewBody({
  flow,
  request,
  sent,
  note,
  onOpen,
  onAccepted,
  onQueued,
}: ReviewProps & { request: CreateRequest }) {
  const styles = useStyles2(getStyles);
  const { workspace, draft } = flow;
  const facts = useTargetFacts(flow);
  const submit = useSubmit({ name: draft.name, request, sent, note, onAccepted, onQueued });
  const outcome = useRef<HTMLDivElement>(null);
  const { result } = submit;
  useEffect(() => {
    if (result && !['accepted', 'queued'].includes(result.state)) {
      outcome.current?.focus();
    }
  }, [result]);

  const refused = result?.state === 'refused' && result.failure.code === 'azure_forbidden';
  const mayNot = refused || facts.createRight === 'notGranted';
  // The missing right has an alert of its own.
  const toMind = facts.results.filter(
    ({ outcome: found, rule }) => (found === 'problem' || found === 'caution') && rule.id !== 'createRight'
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!submit.isBusy) {
      submit.send();
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
          <Alert severity="warning" title="The identity may not create private endpoints">
            {!refused && `${rightWords(rightByKey('create'), 'notGranted').text} `}
            You can hand the code on this page over to somebody who has the right.
          </Alert>
        )}
        <div ref={outcome} tabIndex={-1} className={styles.outcome}>
          {result && !submit.isBusy && <SubmitOutcome name={sent || draft.name} result={result} onLook={submit.look} />}
        </div>
        <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
          <Button
            type="submit"
            variant={mayNot ? 'secondary' : 'primary'}
            icon={submit.isBusy ? 'spinner' : undefined}
            aria-busy={submit.isBusy}
          >
            {mayNot ? 'Try to create it anyway' : 'Create private endpoint'}
          </Button>
          <Button type="button" variant="secondary" onClick={() => onOpen('details')}>
            Back
          </Button>
          <CancelLink />
          <span role="status">{statusText(submit)}</span>
        </Stack>
      </div>
      <div className={styles.column}>
        <CodeExport workspace={workspace} name={draft.name} request={request} isTheWay={mayNot} />
      </div>
    </form>
  );
}

function statusText({ isBusy, isLooking }: { isBusy: boolean; isLooking: boolean }): string {
  if (!isBusy) {
    return '';
  }
  return isLooking ? 'Looking whether it is there already…' : 'Sending the request to Azure…';
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
