import { Alert } from '@grafana/ui';
import React from 'react';
import { createRequest } from '../../domain/create/createRequest';
import { type WizardStepId } from '../../domain/create/wizardSteps';
import { type Flow } from './flow';
import { ReviewBody } from './ReviewBody';

export interface ReviewProps {
  flow: Flow;
  /** Name that was asked for before with an answer that got lost; '' otherwise. */
  sent: string;
  note: (sent: string) => void;
  onOpen: (step: WizardStepId) => void;
  /** Azure took it; `here` is false when the user has left the page meanwhile. */
  onAccepted: (name: string, here: boolean) => void;
}

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
