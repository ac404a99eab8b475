import { Alert } from '@grafana/ui';
import React from 'react';

interface Props {
  /** Name of the endpoint whose details are asked for again; '' for none. */
  from: string;
  /** The endpoint is among those of the workspace; undefined where they couldn't be listed. */
  exists: boolean | undefined;
  /** Its details were kept before, or have been changed since. */
  isKept: boolean;
}

/** Whether another endpoint's details could be taken over. */
export function FromNote({ from, exists, isKept }: Props) {
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
