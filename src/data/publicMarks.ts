import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { savePublicMark } from '../api/settings';
import { type BackendError } from '../api/errors';
import { type PublicMark } from '../domain/settings/publicMarks';
import { queries } from './queries';
import { usePlace } from './workspace';

/** Uids of the data sources of this place that an admin marked as public on purpose. */
export function usePublicMarks(): ReadonlySet<string> {
  const { data } = useQuery(queries.settings);
  const place = usePlace()?.place;
  const uids = place && data?.jsonData.publicOnPurpose?.[place];
  return useMemo(() => new Set(uids), [uids]);
}

/** Sets and takes away marks, for all admins; one at a time, since Grafana stores all settings of the app at once. */
export function useSetPublicMark() {
  const client = useQueryClient();
  return useMutation<void, BackendError, PublicMark>({
    mutationFn: savePublicMark,
    scope: { id: 'settings' },
    onSettled: () => client.invalidateQueries(queries.settings),
  });
}
