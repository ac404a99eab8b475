import { Stack, Text } from '@grafana/ui';
import React from 'react';
import { LinkButton } from '../../components/links';
import { type DataSource } from '../../domain/address/dataSource';
import { checkPath } from '../../paths';

interface Props {
  endpoint: string;
  dataSources: readonly DataSource[];
  /** Uid of the one that is checked. */
  chosen: string;
}

/** The data sources that use an endpoint: each is a check of its own. */
export function CheckSubjects({ endpoint, dataSources, chosen }: Props) {
  return (
    <nav aria-label="Data sources that use this endpoint">
      <Stack direction="row" wrap="wrap" alignItems="center" gap={1}>
        <Text color="secondary">Test with</Text>
        {dataSources.map(({ uid, name }) => (
          <LinkButton
            key={uid}
            size="sm"
            variant={uid === chosen ? 'primary' : 'secondary'}
            aria-current={uid === chosen}
            href={checkPath(uid, endpoint)}
          >
            {name}
          </LinkButton>
        ))}
      </Stack>
    </nav>
  );
}
