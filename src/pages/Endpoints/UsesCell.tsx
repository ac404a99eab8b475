import { Text } from '@grafana/ui';
import React from 'react';
import { TextLink } from '../../components/links';
import { kindOfTarget } from '../../domain/catalogue/catalogue';
import { type Endpoint } from '../../domain/endpoint';
import { type Use } from '../../domain/matching/matchAll';
import { isUsable } from '../../domain/state/status';
import { endpointPath, fillInPath } from '../../paths';

/** Tells the data sources that use an endpoint; undefined while nobody knows. */
export type UsesOf = ((endpoint: Endpoint) => Use[]) | undefined;

const SHOWN = 2;

/** The data sources that use an endpoint, the first by name; where none does, the way to have one use it. */
export function UsesCell({ endpoint, uses }: { endpoint: Endpoint; uses: Use[] }) {
  const { name } = endpoint;
  if (uses.length === 0) {
    return isUsable(endpoint) && kindOfTarget(endpoint.targetId)?.address !== 'none' ? (
      <TextLink href={fillInPath(name)} inline variant="bodySmall" aria-label={`Update data sources for ${name}`}>
        Update data sources
      </TextLink>
    ) : (
      <Text color="secondary">None</Text>
    );
  }
  const more = uses.length - SHOWN;
  return (
    <>
      {uses.slice(0, SHOWN).map(({ dataSource }) => (
        <Text key={dataSource.uid} element="p" variant="bodySmall">
          {dataSource.name}
        </Text>
      ))}
      {more > 0 && (
        <TextLink href={endpointPath(name)} inline variant="bodySmall">
          {`and ${more.toLocaleString('en-US')} more`}
        </TextLink>
      )}
    </>
  );
}
