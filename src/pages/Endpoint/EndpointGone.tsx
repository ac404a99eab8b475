import { Button, EmptyState, Stack } from '@grafana/ui';
import React from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { LinkButton } from '../../components/links';
import { wrapAnywhere } from '../../components/wrapAnywhere';
import { useIsKeptForAskingAgain, useUnfinishedDrafts } from '../../data/createDrafts';
import { useLastOperation } from '../../data/useChange';
import { continueRequestPath, endpointsPath, newEndpointPath } from '../../paths';

/** State of the page's history entry where a new request is to follow the deletion. */
export const REQUEST_AGAIN = 'requestAgain';

interface Props {
  name: string;
  onRead: () => void;
}

/** For an endpoint that isn't there: just created, deleted from this browser, or never heard of. */
export function EndpointGone({ name, onRead }: Props) {
  const last = useLastOperation(name);
  const deleted = useIsKeptForAskingAgain(name);
  const { state } = useLocation() as { state: unknown };
  const draft = useUnfinishedDrafts().find((kept) => kept.draft.name.toLowerCase() === name.toLowerCase());
  if (deleted && state === REQUEST_AGAIN) {
    return <Navigate to={newEndpointPath(name)} replace />;
  }
  return (
    <div className={wrapAnywhere}>
      {last?.kind === 'create' && last.status === 'running' ? (
        <EmptyState variant="call-to-action" hideImage message={`${name} is being created`}>
          Azure doesn’t list it yet. This page updates automatically.
        </EmptyState>
      ) : (
        <EmptyState
          variant="not-found"
          hideImage={deleted}
          message={deleted ? `${name} is deleted` : `No private endpoint named ${name}`}
          button={
            <Stack direction="row" wrap="wrap" justifyContent="center">
              {!deleted && draft && <LinkButton href={continueRequestPath(draft.origin)}>Continue request</LinkButton>}
              {deleted && (
                <LinkButton icon="plus" href={newEndpointPath(name)}>
                  Create again with the same details
                </LinkButton>
              )}
              <LinkButton variant="secondary" href={endpointsPath}>
                Show all private endpoints
              </LinkButton>
              {!deleted && (
                <Button variant="secondary" fill="text" onClick={onRead}>
                  Reload
                </Button>
              )}
            </Stack>
          }
        >
          {reason(deleted, draft !== undefined)}
        </EmptyState>
      )}
    </div>
  );
}

function reason(deleted: boolean, drafted: boolean): string {
  if (deleted) {
    return 'Data sources that used it can’t connect. A new endpoint requires approval again.';
  }
  return drafted
    ? 'The request wasn’t sent. Your draft is still in this browser.'
    : 'It may have been deleted, or the URL may be wrong.';
}
