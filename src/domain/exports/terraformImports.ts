import { type ExportEndpoints } from './exportInput';
import {
  providerFor,
  terraformEndpoint,
  terraformImport,
  terraformLabels,
  type TerraformProvider,
} from './terraformEndpoint';

/** Existing endpoints as Terraform that takes them into its state and changes nothing. */
export function terraformImports(endpoints: ExportEndpoints, wanted: TerraformProvider): string {
  const labels = terraformLabels(endpoints);
  const providers = endpoints.map((parts) => providerFor(parts, wanted));
  return [
    '# Needs Terraform 1.5 or newer, or OpenTofu, with these providers:',
    ...(providers.includes('azurerm')
      ? [`# hashicorp/azurerm, with the subscription ${endpoints[0].workspace.subscriptionId}`]
      : []),
    ...(providers.includes('azapi') ? ['# Azure/azapi 2 or newer'] : []),
    ...(wanted === 'azurerm' && providers.includes('azapi')
      ? ['# azapi manages what azurerm refuses: wildcard domain names, and names of two letters.']
      : []),
    '# The plan imports what exists and changes nothing. Remove the import blocks once it is applied.',
    '',
    ...endpoints.flatMap((parts, i) => {
      const [provider, label] = [providers[i] ?? wanted, labels[i] ?? ''];
      return [...terraformImport(parts, provider, label), '', ...terraformEndpoint(parts, provider, label), ''];
    }),
  ].join('\n');
}
