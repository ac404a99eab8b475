import { type QueryClient, QueryObserver } from '@tanstack/react-query';
import { fetchEndpoint } from '../api/endpoints';
import { type Change, doneText, failedTitle } from '../domain/changes/change';
import { type Operation, type OperationProgress } from '../domain/changes/operation';
import { isMade } from '../domain/changes/outcome';
import { notify } from './notify';
import { FOLLOW, queries } from './queries';

/** Follows what a change started to its end, on whichever page, and tells it once. It is forgotten with the tab. */
export function watchOperation(client: QueryClient, change: Change, operation: Operation): void {
  readAgain(client);
  let isOver = false;
  const stop = new QueryObserver(client, queries.operation(operation)).subscribe(({ data }) => {
    // What was observed before it stopped may still be told.
    if (!isOver && data && data.status !== 'running') {
      isOver = true;
      stop();
      readAgain(client);
      void tellEnd(change, data);
    }
  });
}

/** Reads anew what a change may have touched; what is being read now may be from before it. */
function readAgain(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: queries.endpoints.queryKey });
  void client.invalidateQueries({ queryKey: FOLLOW });
}

async function tellEnd(change: Change, { status, error }: OperationProgress): Promise<void> {
  if (status !== 'succeeded') {
    notify('error', failedTitle(change), error?.cause || error?.message || 'Azure gave no reason.');
  } else if ((change.kind === 'create' || change.kind === 'update') && !(await shows(change))) {
    notify('warning', failedTitle(change), 'Azure reports success, but the endpoint doesn’t show the change.');
  } else {
    notify('success', ...doneText(change));
  }
}

/** Whether the endpoint shows the change. Where it can't be read, Azure's word for it counts. */
async function shows(change: Change): Promise<boolean> {
  try {
    return isMade(change, await fetchEndpoint(change.name));
  } catch {
    return true;
  }
}
