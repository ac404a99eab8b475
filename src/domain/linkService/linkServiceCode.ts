import { linkServiceAzCli } from './linkServiceAzCli';
import { linkServiceBicep } from './linkServiceBicep';
import { type LinkServiceDraft } from './linkServiceDraft';
import { aksParts, balancerParts } from './linkServiceParts';
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

const inAks = [{ key: 'manifest', title: 'Kubernetes manifest', fileName: 'service.yaml', write: serviceManifest }];

/** The code for what was entered, in the languages that its place knows; none while a field is wrong. Every value is quoted. */
export function linkServiceCode(draft: LinkServiceDraft): LinkServiceCode[] {
  switch (draft.place) {
    case 'aks':
      return written(inAks, aksParts(draft));
    case 'loadBalancer':
    case 'vnet':
      return written(behindLoadBalancer, balancerParts(draft));
    default:
      return [];
  }
}

type Writer<Parts> = Omit<LinkServiceCode, 'code'> & { write: (parts: Parts) => string };

function written<Parts>(writers: ReadonlyArray<Writer<Parts>>, parts: Parts | undefined): LinkServiceCode[] {
  return parts ? writers.map(({ write, ...file }) => ({ ...file, code: write(parts) })) : [];
}
