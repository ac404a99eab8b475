import { APP_PATH } from '../../constants';
import { type WizardStepId } from '../../domain/create/wizardSteps';

/** Address of a step; `search` keeps what endpoint the draft copies. */
export function stepPath(step: WizardStepId, search: string): string {
  return `${APP_PATH}/new/${step}${search}`;
}
