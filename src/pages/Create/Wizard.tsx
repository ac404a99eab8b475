import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, LoadingPlaceholder, Stack, Text, useStyles2 } from '@grafana/ui';
import React, { useEffect, useMemo, useRef, useState } from 'react';
import { Navigate, useLocation, useNavigate, useParams } from 'react-router-dom';
import { DiscardModal } from '../../components/DiscardModal';
import { StepList } from '../../components/StepList';
import { useNow } from '../../components/useTime';
import { agoText } from '../../domain/age';
import { stops } from '../../domain/checked';
import { checkDraft, isReady } from '../../domain/create/checkDraft';
import { sentAs } from '../../domain/create/sameRequest';
import { openStep, stepFields, type WizardStepId, wizardSteps } from '../../domain/create/wizardSteps';
import { type Endpoint } from '../../domain/endpoint';
import { type Workspace } from '../../domain/workspace';
import { endpointPath, stepPath } from '../../paths';
import { DetailsStep } from './DetailsStep';
import { type Flow, useFieldMessages } from './flow';
import { ReviewStep } from './ReviewStep';
import { TargetStep } from './TargetStep';
import { useDraft } from './useDraft';

interface Props {
  workspace: Workspace;
  endpoints: readonly Endpoint[] | undefined;
  from: string;
}

/** The steps around one draft. The URL says which is open; one that isn't ready yet leads to the first that is missing. */
export function Wizard({ workspace, endpoints, from }: Props) {
  const styles = useStyles2(getStyles);
  const { step: asked } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const existing = useMemo(() => (endpoints ?? []).map(({ name }) => name), [endpoints]);
  const fromEndpoint = endpoints?.find(({ name }) => name.toLowerCase() === from.toLowerCase());
  const { draft, changedAt, change, complete, startOver, discard } = useDraft({
    workspace,
    existing,
    from,
    fromEndpoint,
  });
  const problems = useMemo(() => checkDraft(draft, endpoints ?? []), [draft, endpoints]);
  const { errorOf, warningOf, touch, forget } = useFieldMessages(problems);
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);

  const step = openStep(asked, problems);
  const steps = wizardSteps(step, problems);
  const current = steps.find(({ id }) => id === step);
  const open = (id: WizardStepId) => navigate(stepPath(id, search));
  const [round, setRound] = useState(0);
  useFocusOnChange(`${step} ${round}`, heading);
  // The draft goes once this page is on its way out: without it, the open step would lead back to the first.
  const [created, setCreated] = useState('');
  const sent = sentAs(draft, endpoints ?? [])?.name;
  useEffect(() => {
    if (sent) {
      setCreated(sent);
    }
  }, [sent]);
  useEffect(() => {
    if (created) {
      discard();
      navigate(endpointPath(created), { replace: true });
    }
  }, [created, discard, navigate]);

  if (created) {
    return <LoadingPlaceholder text={`Opening ${created}…`} />;
  }

  if (asked !== step) {
    return <Navigate to={stepPath(step, search)} replace />;
  }

  const next = (to: WizardStepId) => {
    if (isReady(problems, stepFields[step])) {
      open(to);
      return;
    }
    touch(...stepFields[step]);
    const wrong = stepFields[step].find((field) => stops(problems[field]));
    const field = body.current?.querySelector(`[data-field="${wrong}"]`);
    const wrongTag = field?.querySelector<HTMLElement>('[data-wrong] input');
    (wrongTag ?? field?.querySelector<HTMLElement>('input, textarea, button'))?.focus();
  };
  const begin = () => {
    startOver();
    forget();
    setRound((before) => before + 1);
  };
  const flow: Flow = { workspace, endpoints, existing, draft, problems, change, complete, errorOf, warningOf, touch };
  const onTaken = ({ name }: { name: string }, here: boolean) => (here ? setCreated(name) : discard());

  return (
    <div className={styles.flow} ref={body}>
      <StepList label="Steps" steps={steps} onOpen={open} />
      <DraftNote changedAt={changedAt} onStartOver={begin} />
      <FromNote from={from} exists={endpoints && fromEndpoint !== undefined} isKept={changedAt > 0} />
      <div>
        <h2 ref={heading} tabIndex={-1} className={styles.heading}>
          {current?.title}
        </h2>
        <p className={styles.description}>{current?.description}</p>
      </div>
      {step === 'target' && <TargetStep flow={flow} onNext={() => next('details')} />}
      {step === 'details' && <DetailsStep flow={flow} onBack={() => open('target')} onNext={() => next('review')} />}
      {step === 'review' && <ReviewStep flow={flow} onOpen={open} onTaken={onTaken} />}
    </div>
  );
}

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
