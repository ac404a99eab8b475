import { Alert, Stack, Text } from '@grafana/ui';
import React from 'react';
import { LinkButton } from '../../components/links';
import { useFollowing } from '../../data/useFollowing';
import { useWaitingCreates } from '../../data/useWaitingCreates';
import { endpointPath } from '../../paths';

interface Props {
  workspaceId: string;
  /** Name in the draft. */
  name: string;
}

/** Says that the draft was sent already and waits in line for its turn. */
export function WaitingNote({ workspaceId, name }: Props) {
  return useWaitingCreates(workspaceId).has(name.toLowerCase()) ? <Waiting name={name} /> : null;
}

function Waiting({ name }: { name: string }) {
  // The queue goes on while this page is open.
  useFollowing();
  return (
    <Alert severity="info" title={`The request for ${name} waits for its turn`}>
      <Stack direction="column" alignItems="flex-start" gap={1.5}>
        <Text element="p">
          Another change to the workspace runs. The request is sent by itself, as it was; what you change here is not
          part of it.
        </Text>
        <LinkButton variant="secondary" size="sm" href={endpointPath(name)}>
          Show {name}
        </LinkButton>
      </Stack>
    </Alert>
  );
}
