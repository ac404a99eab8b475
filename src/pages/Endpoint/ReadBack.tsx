import { Alert } from '@grafana/ui';
import React from 'react';
import { holdsChange } from '../../data/holdsChange';
import { useNow } from '../../components/useNow';
import { isNews } from '../../data/activity';
import { dismissOperation, type FollowedOperation } from '../../data/operations';
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
  const now = useNow();
  const last = useLastChange(workspaceId, endpoint.name);
  const { wrote, finishedAt = Infinity } = last?.value ?? {};
  if (!last || !wrote || readAt < finishedAt || !isNews(last.value, now)) {
    return null;
  }
  const dismiss = () => dismissOperation(workspaceId, last.id);
  return holdsChange(endpoint, wrote) ? (
    <Alert severity="success" title={`Azure took it as written: ${told(wrote, endpoint)}`} onRemove={dismiss} />
  ) : (
    <Alert severity="warning" title="Azure made something else of it" onRemove={dismiss}>
      Azure says {told(wrote, endpoint)}. Somebody else may have changed it meanwhile; otherwise change it again.
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
