import { Stack, Text } from '@grafana/ui';
import React from 'react';
import { ConfirmHost } from '../../components/ConfirmHost';
import { useConfirmHost } from '../../data/confirmedHosts';
import { useWorkspace } from '../../data/workspace';
import { type Endpoint } from '../../domain/endpoint';
import { canBeConfirmed } from '../../domain/matching/confirmedHosts';
import { nameOfTarget } from '../../domain/target';

interface Props {
  endpoint: Endpoint;
  /** As it stands in the data source. */
  host: string;
}

/** Offers to keep a name that leads to the target without saying so; nothing for an IP address. */
export function ConfirmInstead({ endpoint, host }: Props) {
  const { data: workspace } = useWorkspace();
  const { mutateAsync, isPending, error } = useConfirmHost();
  const { targetId } = endpoint;
  const target = nameOfTarget(targetId);
  return workspace && canBeConfirmed(host) ? (
    <Stack direction="column" alignItems="flex-start" gap={1}>
      <Text element="p" color="secondary" variant="bodySmall">
        If {host} is another name of {target}, such as a CNAME record, confirm it. The URL then stays as it is.
      </Text>
      <ConfirmHost
        host={host}
        target={target}
        isConfirmed={false}
        isPending={isPending}
        failure={error?.failure}
        onClick={(button) => {
          const card = button.closest('section');
          void mutateAsync({ workspaceId: workspace.id, targetId, host, isConfirmed: true }).then(
            () => card?.focus({ preventScroll: true }),
            () => undefined
          );
        }}
      />
    </Stack>
  ) : null;
}
