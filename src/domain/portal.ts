import { buildResourceId, parseResourceId } from './resourceId';

const publicPortal = 'https://portal.azure.com';

/** Origin of the portal that shows a workspace's resources; '' when nobody knows it. */
export function portalOrigin(workspace: { cloud: string; portal: string }): string {
  if (workspace.portal) {
    return webOrigin(workspace.portal);
  }
  return workspace.cloud === 'AzureCloud' ? publicPortal : '';
}

/**
 * Link to a resource in the Azure portal, optionally to one of its pages (for example `networking`).
 * '' when the portal is unknown or the id can't be read: then show the id alone.
 */
export function portalLink(workspace: { cloud: string; portal: string }, id: string, page = ''): string {
  const origin = portalOrigin(workspace);
  const parsed = parseResourceId(id);
  if (!origin || !parsed.ok) {
    return '';
  }
  const path = buildResourceId(parsed.value).split('/').map(encodeURIComponent).join('/');
  return `${origin}/#resource${path}${page ? `/${encodeURIComponent(page)}` : ''}`;
}

// The origin comes from configuration: anything but a web origin must not become a link.
function webOrigin(text: string): string {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.origin : '';
  } catch {
    return '';
  }
}
