import { Alert } from '@grafana/ui';
import React from 'react';
import { holdsChange } from '../../data/holdsChange';
import { type FollowedOperation } from '../../data/operations';
import { useLastChange } from '../../data/useLastChange';
import { type Endpoint } from '../../domain/endpoint';

interface Props {
  endpoint: Endpoint;
  workspaceId: string;
  /** Milliseconds since 1970. */
  readAt: number;
}

/** What became of the last change: written, then read back from Azure, which has the last word. */
export function ReadBack({ endpoint, workspaceId, readAt }: Props) {
  const last = useLastChange(workspaceId, endpoint.name);
  if (!last?.wrote || readAt < (last.finishedAt ?? Infinity)) {
    return null;
  }
  return holdsChange(endpoint, last.wrote) ? (
    <Alert severity="success" title={`Azure took it as written: ${told(last.wrote, endpoint)}`} />
  ) : (
    <Alert severity="warning" title="Azure made something else of it">
      Azure says {told(last.wrote, endpoint)}. Somebody else may have changed it meanwhile; otherwise change it again.
    </Alert>
  );
}

/** The field that was written, as Azure tells it now. */
function told(wrote: NonNullable<FollowedOperation['wrote']>, endpoint: Endpoint): string {
  if ('tags' in wrote) {
    const tags = Object.entries(endpoint.tags).map(([name, value]) => `${name}: ${value}`);
    return tags.length > 0 ? `the tags are ${tags.join(', ')}` : 'there are no tags';
  }
  return endpoint.domainName ? `the domain name is ${endpoint.domainName}` : 'there is no domain name';
}
