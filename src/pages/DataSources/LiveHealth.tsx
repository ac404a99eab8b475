import { useQuery } from '@tanstack/react-query';
import React from 'react';
import { HealthOutcome } from '../../components/HealthOutcome';
import { LinkButton } from '../../components/links';
import { queries } from '../../data/queries';
import { useKnownPlace } from '../../data/workspace';
import { checkPath } from '../../paths';

interface Props {
  uid: string;
  /** When the change was written, in milliseconds since 1970: health runs once for it. */
  at: number;
}

/** A data source's health after a change, and the way to look closer where it isn't good. */
export function LiveHealth({ uid, at }: Props) {
  const { place, insideManagedNetwork } = useKnownPlace();
  const { data, error } = useQuery(queries.health(place, uid, at));
  return (
    <div role="status" aria-label="Health">
      <HealthOutcome health={data} failure={error?.failure} insideManagedNetwork={insideManagedNetwork} />
      {(error || (data && data.status !== 'ok')) && (
        <LinkButton size="sm" variant="secondary" icon="heart-rate" href={checkPath(uid)}>
          Test connection
        </LinkButton>
      )}
    </div>
  );
}
