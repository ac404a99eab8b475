import { Button, EmptyState, LinkButton, Stack } from '@grafana/ui';
import React from 'react';
import { APP_PATH } from '../../constants';
import { useActivity } from '../../data/useActivity';

interface Props {
  name: string;
  workspaceId: string;
  onRead: () => void;
}

/** For an endpoint that isn't there: being created, deleted here, or never heard of. */
export function EndpointGone({ name, workspaceId, onRead }: Props) {
  const now = Date.now();
  const own = useActivity(workspaceId, now).filter((item) => item.name.toLowerCase() === name.toLowerCase());
  const deleted = own.some(({ kind, status }) => kind === 'delete' && status === 'succeeded');
  const coming = own.some(({ kind, status }) => kind === 'create' && ['waiting', 'running'].includes(status));
  if (coming) {
    return (
      <EmptyState variant="call-to-action" hideImage message={`${name} is on its way`}>
        Azure doesn’t list it yet. This page shows it as soon as it does.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      variant="not-found"
      hideImage={deleted}
      message={deleted ? `${name} is deleted` : `There is no private endpoint named ${name}`}
      button={
        <Stack direction="row" wrap="wrap" justifyContent="center">
          {deleted && (
            <LinkButton icon="plus" href={`${APP_PATH}/new?from=${encodeURIComponent(name)}`}>
              Create it again with the same details
            </LinkButton>
          )}
          <LinkButton variant="secondary" href={`${APP_PATH}/endpoints`}>
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
      {deleted
        ? 'Data sources that used it no longer get through. A new endpoint needs the approval of the owner again.'
        : 'It may have been deleted, or the address of this page may be mistyped.'}
    </EmptyState>
  );
}
