import { Alert } from '@grafana/ui';
import React from 'react';
import { createRequest } from '../../domain/create/createRequest';
import { ReviewBody, type ReviewProps } from './ReviewBody';

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
