import { type HostingPlace } from '../catalogue/linkServices';
import { accept, type Checked } from '../checked';
import { linkServiceAzCli } from './linkServiceAzCli';
import { linkServiceBicep } from './linkServiceBicep';
import { type LinkServiceDraft } from './linkServiceDraft';
import { linkServiceParts } from './linkServiceParts';
import { linkServiceTerraform } from './linkServiceTerraform';
import { serviceManifest } from './serviceManifest';

/** A file that makes a private link service. */
export interface LinkServiceCode {
  key: string;
  title: string;
  fileName: string;
  code: string;
}

const behindLoadBalancer = [
  { key: 'azCli', title: 'Azure CLI', fileName: 'link-service.sh', write: linkServiceAzCli },
  { key: 'bicep', title: 'Bicep', fileName: 'link-service.bicep', write: linkServiceBicep },
  { key: 'terraform', title: 'Terraform', fileName: 'link-service.tf', write: linkServiceTerraform },
];

const writers = {
  aks: [{ key: 'manifest', title: 'Kubernetes manifest', fileName: 'service.yaml', write: serviceManifest }],
  loadBalancer: behindLoadBalancer,
  vnet: behindLoadBalancer,
  vendor: [],
} satisfies Record<HostingPlace, unknown>;

/** The code for what was entered, in the languages that its place knows; refuses while a field is wrong. Every value is quoted. */
export function linkServiceCode(draft: LinkServiceDraft): Checked<LinkServiceCode[]> {
  const parts = linkServiceParts(draft);
  if (!parts.ok || draft.place === '') {
    return parts.ok ? accept([]) : parts;
  }
  return accept(writers[draft.place].map(({ write, ...file }) => ({ ...file, code: write(parts.value) })));
}
