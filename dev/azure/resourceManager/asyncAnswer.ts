import { type Context } from '../context';
import { type Operation } from '../state';

interface Accepted {
  operation: Operation;
  status: 200 | 201 | 202;
  apiVersion: string;
  body?: unknown;
  /** The path that the status lives under; a provider may have its own. */
  statusPath?: string;
  /** Which headers lead to the status. */
  headers?: 'both' | 'location';
}

const dashboardStatusPath = (location: string): string =>
  `/providers/Microsoft.Dashboard/locations/${location.toUpperCase()}/operationStatuses`;

/** The answer to a write that goes on, with the signed URL of its status. */
export function asyncAnswer({ clock, knobs, statusUrls, urls }: Context, accepted: Accepted): Response {
  const {
    operation,
    status,
    apiVersion,
    body,
    statusPath = dashboardStatusPath('westeurope'),
    headers = 'both',
  } = accepted;
  const url = statusUrls.create(urls.resourceManager, `${statusPath}/${operation.id}`, apiVersion, clock.now());
  const answer = new Headers({ location: url });
  if (headers === 'both') {
    answer.set('azure-asyncoperation', url);
  }
  if (knobs.retryAfterSeconds !== null) {
    answer.set('retry-after', String(knobs.retryAfterSeconds));
  }
  return body === undefined
    ? new Response(null, { status, headers: answer })
    : Response.json(body, { status, headers: answer });
}
