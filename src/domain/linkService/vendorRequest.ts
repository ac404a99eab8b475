import { vendorByKey } from '../catalogue/linkServices';
import { findRequestCode } from '../create/requestCode';
import { oneLine } from '../outsideText';
import { type Workspace } from '../workspace';
import { type LinkServiceDraft } from './linkServiceDraft';

/** The message to a vendor's support: what a managed private endpoint needs that their usual procedure doesn't give. */
export function vendorRequest(
  draft: Pick<LinkServiceDraft, 'vendor'>,
  workspace: Pick<Workspace, 'name' | 'location'>,
  requestMessage: string
): string {
  const vendor = vendorByKey(draft.vendor);
  const code = findRequestCode(requestMessage);
  return [
    'Hello,',
    '',
    `We want to connect Azure Managed Grafana (${oneLine(workspace.name)}, ${oneLine(workspace.location)}) to ${vendor ? `our ${vendor.title} service` : 'your service'} with a managed private endpoint. Microsoft creates such an endpoint in its own subscription, so we need from you:`,
    '',
    '1. The resource ID of your private link service (/subscriptions/…/providers/Microsoft.Network/privateLinkServices/…). Azure’s API for managed private endpoints has no field for an alias.',
    '2. Visibility of the link service for a Microsoft subscription, or for all subscriptions.',
    `3. Approval of our connection request.${code && ` Its description contains ${code}.`} We can’t see the ID of the private endpoint. You can see it in the request.`,
    '4. The host name and port that we should use, and the name in your certificate.',
    '',
  ].join('\n');
}
