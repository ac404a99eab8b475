import { Alert, Button, LinkButton, Stack, Text } from '@grafana/ui';
import React from 'react';
import { fillInPath } from '../paths';

interface Props {
  /** Name of the endpoint. */
  endpoint: string;
  /** Names of the data sources that were prepared. */
  names: readonly string[];
  onForget: () => void;
}

/** Offers what was prepared for an endpoint that is usable now. */
export function PreparedOffer({ endpoint, names, onForget }: Props) {
  return (
    <Alert severity="success" title={`${endpoint} is usable now`}>
      <Stack direction="column" alignItems="flex-start" gap={1}>
        <Text element="p">You prepared it for {names.join(', ')}. Look at the change, then fill it in.</Text>
        <Stack direction="row" wrap="wrap" gap={1}>
          <LinkButton size="sm" href={fillInPath(endpoint)}>
            Fill in {endpoint}
          </LinkButton>
          <Button size="sm" variant="secondary" onClick={onForget}>
            Forget it
          </Button>
        </Stack>
      </Stack>
    </Alert>
  );
}
