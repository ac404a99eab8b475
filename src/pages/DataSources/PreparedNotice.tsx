import { Alert, Button, LinkButton, Stack, Text } from '@grafana/ui';
import React from 'react';
import { forgetPrepared, usePrepared } from '../../data/preparedFills';
import { type Endpoint } from '../../domain/endpoint';
import { type Place } from '../../domain/place';
import { isUsable } from '../../domain/state/status';
import { fillInPath } from './paths';

interface Props {
  workspaceId: string;
  place: Place;
  endpoints: readonly Endpoint[];
}

/** Offers what was prepared for an endpoint, the moment it is usable. */
export function PreparedNotice({ workspaceId, place, endpoints }: Props) {
  const ready = usePrepared(workspaceId, place).flatMap((prepared) => {
    const endpoint = endpoints.find(({ name }) => name.toLowerCase() === prepared.endpoint.toLowerCase());
    return endpoint && isUsable(endpoint) ? [{ prepared, endpoint }] : [];
  });
  return (
    <>
      {ready.map(({ prepared: { chosen }, endpoint: { name } }) => (
        <Alert key={name} severity="success" title={`${name} is usable now`}>
          <Stack direction="column" alignItems="flex-start" gap={1}>
            <Text element="p">
              You prepared it for {chosen.map((one) => one.name).join(', ')}. Look at the change, then fill it in.
            </Text>
            <Stack direction="row" wrap="wrap" gap={1}>
              <LinkButton size="sm" href={fillInPath(name)}>
                Fill in {name}
              </LinkButton>
              <Button size="sm" variant="secondary" onClick={() => forgetPrepared(workspaceId, place, name)}>
                Forget it
              </Button>
            </Stack>
          </Stack>
        </Alert>
      ))}
    </>
  );
}
