import { type Problems } from '../checked';
import { type DraftField, isReady } from './checkDraft';

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

const titles = [
  { id: 'target', title: 'Target', description: 'The Azure resource to connect to' },
  {
    id: 'details',
    title: 'Details',
    description: 'Name the endpoint and write a message for the owner',
  },
  { id: 'review', title: 'Review', description: 'Check the details before you create the endpoint' },
] as const satisfies ReadonlyArray<Pick<WizardStep, 'id' | 'title' | 'description'>>;

/** The steps for a draft's problems, with the one that is open. */
export function wizardSteps(current: WizardStepId, problems: Problems<DraftField>): WizardStep[] {
  const currentIndex = titles.findIndex((step) => step.id === current);
  return titles.map((step, index) => ({
    ...step,
    state: index < currentIndex ? 'done' : index === currentIndex ? 'current' : 'todo',
    reachable: titles.slice(0, index).every((before) => isReady(problems, stepFields[before.id])),
  }));
}

/** The step to open for a step of the URL: itself, or the first before it that isn't ready. */
export function openStep(asked: string | undefined, problems: Problems<DraftField>): WizardStepId {
  const wanted = titles.find(({ id }) => id === asked) ?? titles[0];
  const before = titles.slice(0, titles.indexOf(wanted));
  return (before.find(({ id }) => !isReady(problems, stepFields[id])) ?? wanted).id;
}

/** What every review says, whatever the target. */
export const reviewNotes: readonly string[] = [
  'The endpoint connects to this resource only.',
  'Requests are never approved automatically, even if you own the resource, because the endpoint is created in a Microsoft subscription.',
  'This plugin refreshes automatically while a page that shows endpoints is open, unless automatic refresh is off in the configuration.',
  'Managed private endpoints are free. Private Link charges may apply to the resource.',
];
