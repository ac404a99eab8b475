import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type Endpoint } from '../domain/endpoint';
import { type Failure } from '../domain/failure';
import { queries } from './queries';

const conflicts = ['tags_changed', 'domain_name_changed'];

/** Reads an endpoint when a change to it was refused because someone else changed the same, and hands it over. */
export function useReadAfterConflict(
  failure: Failure | undefined,
  name: string,
  onRead: (now: Endpoint) => void
): void {
  const client = useQueryClient();
  const latest = useRef(onRead);
  latest.current = onRead;
  useEffect(() => {
    if (failure && conflicts.includes(failure.code)) {
      // Where it can't be read, sending again meets the same conflict.
      client.fetchQuery({ ...queries.endpoint(name), staleTime: 0 }).then(
        (now) => latest.current(now),
        () => undefined
      );
    }
  }, [client, failure, name]);
}
