import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, LoadingPlaceholder, Stack, Text, useStyles2 } from '@grafana/ui';
import React, { useEffect, useMemo, useRef, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { Navigate, useLocation, useNavigate, useParams } from 'react-router-dom';
import { DiscardModal } from '../../components/DiscardModal';
import { StepList } from '../../components/StepList';
import { useNow } from '../../components/useTime';
import { keepPort } from '../../data/keptPorts';
import { agoText } from '../../domain/age';
import { stops } from '../../domain/checked';
import { checkDraft, isReady } from '../../domain/create/checkDraft';
import { type CreateDraft, draftPort } from '../../domain/create/draft';
import { sentAs } from '../../domain/create/sameRequest';
import { openStep, stepFields, type WizardStepId, wizardSteps } from '../../domain/create/wizardSteps';
import { type Endpoint } from '../../domain/endpoint';
import { type Workspace, workspaceIdentity } from '../../domain/workspace';
import { endpointPath, linkServicePath, linkServiceStep, stepPath } from '../../paths';
import { type SourceOfDraft } from './useSourceOfDraft';
import { DetailsStep } from './DetailsStep';
import { type Flow } from './flow';
import { LinkServiceStep } from './LinkServiceStep';
import { ReviewStep } from './ReviewStep';
import { TargetStep } from './TargetStep';
import { useDraftForm } from './useDraftForm';

interface Props {
  workspace: Workspace;
  endpoints: readonly Endpoint[] | undefined;
  from: string;
  /** The data source that is to be made private. */
  source: SourceOfDraft;
}

/** The steps around one draft. The URL says which is open; one that isn't ready yet leads to the first that is missing. */
export function Wizard({ workspace, endpoints, from, source }: Props) {
  const styles = useStyles2(getStyles);
  const { step: asked } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const existing = useMemo(() => (endpoints ?? []).map(({ name }) => name), [endpoints]);
  const fromEndpoint = endpoints?.find(({ name }) => name.toLowerCase() === from.toLowerCase());
  const { form, changedAt, startOver, discard } = useDraftForm(
    { from, dataSource: source.uid },
    {
      workspaceName: workspace.name,
      existing,
      from: fromEndpoint,
      wish: source.wish,
    }
  );
  const draft = form.watch();
  const problems = checkDraft(draft, endpoints ?? []);
  const heading = useRef<HTMLHeadingElement>(null);

  const { shown, step, steps, current } = whatToShow(asked, draft, problems);
  const open = (id: WizardStepId) => navigate(stepPath(id, search));
  const [round, setRound] = useState(0);
  useFocusOnChange(`${current?.title} ${round}`, heading);
  // A request whose answer got lost on the way here.
  const sent = sentAs(draft, endpoints ?? [])?.name;
  useEffect(() => {
    if (sent) {
      discard();
      navigate(endpointPath(sent), { replace: true });
    }
  }, [sent, discard, navigate]);

  if (sent) {
    return <LoadingPlaceholder text={`Opening ${sent}…`} />;
  }

  if (asked !== shown) {
    return <Navigate to={stepPath(step, search)} replace />;
  }

  const next = (to: WizardStepId) => {
    if (isReady(problems, stepFields[step])) {
      open(to);
      return;
    }
    stepFields[step].forEach((field) => form.setValue(field, form.getValues(field), { shouldTouch: true }));
    const wrong = stepFields[step].find((field) => stops(problems[field]));
    if (wrong) {
      form.setFocus(wrong);
    }
  };
  const begin = () => {
    startOver();
    setRound((before) => before + 1);
  };
  const change: Flow['change'] = (to) => form.setValues(to, { shouldDirty: true });
  const makeLinkService = () => navigate(linkServicePath(search));
  const flow: Flow = { workspace, endpoints, wish: source.wish, existing, draft, problems, change, makeLinkService };
  const onTaken = ({ name }: { name: string }, here: boolean) => {
    discard();
    keepPort(workspaceIdentity(workspace), name, draftPort(draft));
    source.planUpdate(name, draft);
    if (here) {
      navigate(endpointPath(name), { replace: true });
    }
  };

  return (
    <FormProvider {...form}>
      <div className={styles.flow}>
        <StepList label="Steps" steps={steps} onOpen={open} />
        <DraftNote changedAt={changedAt} onStartOver={begin} />
        <FromNote from={from} exists={endpoints && fromEndpoint !== undefined} isKept={changedAt > 0} />
        <div>
          <h2 ref={heading} tabIndex={-1} className={styles.heading}>
            {current?.title}
          </h2>
          <p className={styles.description}>{current?.description}</p>
        </div>
        {shown === linkServiceStep && <LinkServiceStep flow={flow} onDone={() => open('target')} />}
        {shown === 'target' && <TargetStep flow={flow} onNext={() => next('details')} />}
        {shown === 'details' && <DetailsStep flow={flow} onBack={() => open('target')} onNext={() => next('review')} />}
        {shown === 'review' && <ReviewStep flow={flow} onOpen={open} onTaken={onTaken} />}
      </div>
    </FormProvider>
  );
}

/** The step of a URL, or the first before it that isn't ready; a private link service is made beside them, for its resource type. */
function whatToShow(asked: string | undefined, draft: CreateDraft, problems: Flow['problems']) {
  const makesLinkService = asked === linkServiceStep && draft.kind === 'privateLinkService';
  const step = makesLinkService ? 'target' : openStep(asked, problems);
  const steps = wizardSteps(step, problems);
  return {
    shown: makesLinkService ? linkServiceStep : step,
    step,
    steps,
    current: makesLinkService ? linkServiceTitle : steps.find(({ id }) => id === step),
  };
}

const linkServiceTitle = {
  title: 'Get a private link service',
  description: 'What an endpoint connects to where the data source isn’t an Azure service',
};

/** Moves the focus to the heading when another step opens or all starts over, so that a screen reader says where one is. */
function useFocusOnChange(shown: string, heading: React.RefObject<HTMLElement | null>) {
  const last = useRef(shown);
  useEffect(() => {
    // There is no heading yet while the address is being put right.
    if (last.current !== shown && heading.current) {
      last.current = shown;
      heading.current.focus();
    }
  });
}

const getStyles = (theme: GrafanaTheme2) => ({
  flow: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(3), maxWidth: theme.breakpoints.values.xl }),
  heading: css({ margin: 0, fontSize: theme.typography.h3.fontSize, '&:focus': { outline: 'none' } }),
  description: css({ margin: 0, color: theme.colors.text.secondary }),
});

interface DraftNoteProps {
  /** Milliseconds; 0 while nothing is kept. */
  changedAt: number;
  onStartOver: () => void;
}

/** Says where the draft is kept, and drops it on demand, after asking. */
function DraftNote({ changedAt, onStartOver }: DraftNoteProps) {
  const now = useNow();
  const [asking, setAsking] = useState(false);
  if (changedAt === 0) {
    return null;
  }
  return (
    <Stack direction="row" wrap="wrap" alignItems="center" gap={1}>
      <Text color="secondary" variant="bodySmall">
        Draft changed {agoText(changedAt, Math.max(now, changedAt))}. Kept in this browser for 30 days.
      </Text>
      <Button variant="secondary" fill="text" size="sm" icon="trash-alt" onClick={() => setAsking(true)}>
        Start over
      </Button>
      <DiscardModal
        isOpen={asking}
        title="Start over?"
        action="Start over"
        onDiscard={onStartOver}
        onClose={() => setAsking(false)}
      />
    </Stack>
  );
}

interface FromNoteProps {
  /** Name of the endpoint whose details are asked for again; '' for none. */
  from: string;
  /** The endpoint is among those of the workspace; undefined where they couldn't be listed. */
  exists: boolean | undefined;
  /** Its details were kept before, or have been changed since. */
  isKept: boolean;
}

/** Whether another endpoint's details could be taken over. */
function FromNote({ from, exists, isKept }: FromNoteProps) {
  if (from === '' || exists === undefined || (isKept && !exists)) {
    return null;
  }
  return exists ? (
    <Alert severity="info" title={`Copied from ${from}`}>
      {from} still exists, so the new endpoint gets a new name and request code. To reuse the name, delete {from} first.
    </Alert>
  ) : (
    <Alert severity="warning" title={`Private endpoint ${from} no longer exists`}>
      Its details couldn’t be copied. Start with the target.
    </Alert>
  );
}
