import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, Stack, useStyles2 } from '@grafana/ui';
import React, { type FormEvent, useEffect, useRef } from 'react';
import { breakable } from '../../components/breakable';
import { ChangeStatus } from '../../components/ChangeStatus';
import { FactList } from '../../components/FactList';
import { LifeLine } from '../../components/LifeLine';
import { Panel } from '../../components/Panel';
import { PreflightList } from '../../components/PreflightList';
import { TargetName } from '../../components/TargetName';
import { useChange } from '../../data/useChange';
import { kindLabel, kindOfTarget } from '../../domain/catalogue/catalogue';
import { type Change, failedTitle } from '../../domain/changes/change';
import { createRequest, type CreateRequest } from '../../domain/create/createRequest';
import { reviewNotes, type WizardStepId } from '../../domain/create/wizardSteps';
import { lifeAhead } from '../../domain/state/lifeline';
import { blockersOf } from '../../domain/preflight/preflight';
import { nameOfTarget } from '../../domain/target';
import { rightByKey, rightWords } from '../../domain/permissions';
import { type Workspace } from '../../domain/workspace';
import { Blockers } from './Blockers';
import { CodeExport } from './CodeExport';
import { type Flow } from './flow';
import { noteList } from './layout';
import { CancelLink } from './StepActions';
import { useTargetFacts } from './useTargetFacts';

/** What will be created, what happens then, the same as code, and the button. */
export function ReviewStep(props: ReviewProps) {
  const request = createRequest(props.flow.draft);
  return request.ok ? (
    <ReviewBody {...props} request={request.value} />
  ) : (
    <Alert severity="error" title={request.problem.message}>
      {request.problem.hint}
    </Alert>
  );
}

interface ReviewProps {
  flow: Flow;
  onOpen: (step: WizardStepId) => void;
  /** Azure took it; `here` is false when the user has left the page meanwhile. */
  onTaken: (created: { name: string }, here: boolean) => void;
}

/** The review of a request that can be sent. */
function ReviewBody({ flow, request, onOpen, onTaken }: ReviewProps & { request: CreateRequest }) {
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
  const blockers = blockersOf(facts.results);
  // The missing right has an alert of its own.
  const toMind = facts.results.filter(({ outcome: found, rule }) => found === 'caution' && rule.id !== 'createRight');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) {
      creation.send(change);
    }
  };

  return (
    <form onSubmit={send} aria-label="Review" className={styles.columns}>
      {blockers.length > 0 && (
        <div className={styles.wide}>
          <Blockers problems={blockers} />
        </div>
      )}
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
            variant={mayNot || blockers.length > 0 ? 'secondary' : 'primary'}
            icon={isPending ? 'spinner' : undefined}
            aria-busy={isPending}
          >
            {mayNot || blockers.length > 0 ? 'Create anyway' : 'Create private endpoint'}
          </Button>
          <Button type="button" variant="secondary" onClick={() => onOpen('details')}>
            Back
          </Button>
          <CancelLink flow={flow} />
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
  wide: css({ gridColumn: '1 / -1' }),
  column: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
  outcome: css({ '&:empty': { display: 'none' }, '&:focus': { outline: 'none' } }),
});

interface Props {
  workspace: Workspace;
  name: string;
  request: CreateRequest;
  onOpen: (step: WizardStepId) => void;
}

/** What will be created, as it will be sent. */
function ReviewSummary({ workspace, name, request, onOpen }: Props) {
  const edit = (step: WizardStepId, what: string) => (
    <Button type="button" variant="secondary" fill="text" size="sm" icon="pen" onClick={() => onOpen(step)}>
      Change {what}
    </Button>
  );
  const tags = Object.entries(request.tags);
  return (
    <>
      <Panel title="Target" actions={edit('target', 'target')}>
        <FactList
          facts={[
            {
              term: 'Resource',
              content: (
                <TargetName
                  targetId={request.targetId}
                  name={nameOfTarget(request.targetId)}
                  kind={kindLabel(request.targetId, request.subResources)}
                  workspace={workspace}
                />
              ),
            },
            { term: 'Resource ID', content: breakable(request.targetId) },
            { term: 'Sub-resource', content: request.subResources.join(', ') },
            { term: 'Region', content: request.targetRegion, empty: 'Determined by Azure' },
          ]}
        />
      </Panel>
      <Panel title="Endpoint" actions={edit('details', 'details')}>
        <FactList
          facts={[
            { term: 'Name', content: name },
            { term: 'Workspace', content: `${workspace.name}, ${workspace.location}` },
            ...(kindOfTarget(request.targetId)?.address === 'endpoint' || request.domainName
              ? [
                  {
                    term: 'Domain name',
                    content: request.domainName,
                    empty: 'Not set: data sources use the private IP',
                  },
                ]
              : []),
            { term: 'Request message', content: request.requestMessage },
            { term: 'Tags', content: tags.map(([key, value]) => `${key}: ${value}`).join(', ') },
          ]}
        />
      </Panel>
    </>
  );
}

/** What happens after the request, and by whom. */
function NextNotes({ targetId }: { targetId: string }) {
  const styles = useStyles2(getNextNotesStyles);
  return (
    <Panel title="What happens next">
      <LifeLine steps={lifeAhead(nameOfTarget(targetId))} />
      <ul className={styles.list}>
        {reviewNotes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Panel>
  );
}

const getNextNotesStyles = (theme: GrafanaTheme2) => ({
  list: noteList(theme),
});
