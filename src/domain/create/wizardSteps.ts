import { type DraftField, type DraftFindings, isReady } from './checkDraft';

/** Steps of the guided flow, in order; they stand in the URL. */
export type WizardStepId = 'target' | 'details' | 'review';

/** One step as it is shown. */
export interface WizardStep {
  id: WizardStepId;
  title: string;
  /** Under the title: what the step is for. */
  description: string;
  state: 'done' | 'current' | 'todo';
  /** True when every step before it is ready, so it can be opened. */
  reachable: boolean;
}

/** The fields each step asks for. */
export const stepFields: Record<WizardStepId, readonly DraftField[]> = {
  target: ['kind', 'target', 'subResource'],
  details: ['name', 'domainName', 'requestMessage', 'tags'],
  review: [],
};

const titles: ReadonlyArray<Pick<WizardStep, 'id' | 'title' | 'description'>> = [
  { id: 'target', title: 'Target', description: 'The resource that your data sources should reach privately.' },
  {
    id: 'details',
    title: 'Details',
    description: 'What the endpoint is called, and what the owner of the resource gets to read.',
  },
  { id: 'review', title: 'Review', description: 'What will be created, and what happens then.' },
];

/** The steps for a draft's findings, with the one that is open. */
export function wizardSteps(current: WizardStepId, findings: DraftFindings): WizardStep[] {
  const currentIndex = titles.findIndex((step) => step.id === current);
  return titles.map((step, index) => ({
    ...step,
    state: index === currentIndex ? 'current' : index < currentIndex ? 'done' : 'todo',
    reachable: titles.slice(0, index).every((before) => isReady(findings, stepFields[before.id])),
  }));
}

/** The step to open for a step of the URL: itself, or the first before it that isn't ready. */
export function openStep(asked: string | undefined, findings: DraftFindings): WizardStepId {
  const wanted = titles.findIndex((step) => step.id === asked);
  const notReady = titles.findIndex((step) => !isReady(findings, stepFields[step.id]));
  const index = notReady < 0 ? Math.max(wanted, 0) : Math.min(Math.max(wanted, 0), notReady);
  return titles[index]?.id ?? 'target';
}

/** What every review says, whatever the target. */
export const reviewNotes: readonly string[] = [
  'This endpoint reaches this one resource and no other.',
  'Nothing is approved automatically, even if you own both sides: the endpoint lives in a Microsoft subscription, so the owner of the resource has to approve the request.',
  'After the approval the workspace has to be refreshed, which syncs its network. This plugin does it for you where it can be certain of the approval, and reminds you where it can not.',
  'Managed private endpoints are free. The private link of the resource may be charged: see the pricing of that service.',
];
