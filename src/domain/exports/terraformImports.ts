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
  const azurerm = `hashicorp/azurerm (with this subscription: ${endpoints[0].workspace.subscriptionId})`;
  const needed = [
    ...(providers.includes('azurerm') ? [azurerm] : []),
    ...(providers.includes('azapi') ? ['Azure/azapi 2 or newer'] : []),
  ];
  return [
    `# Needs Terraform 1.5 or newer, or OpenTofu, with ${needed.join(' and ')}.`,
    '# The plan imports what exists and changes nothing. Remove the import blocks once it is applied.',
    ...(wanted === 'azurerm' && providers.includes('azapi')
      ? ['# azapi has those that azurerm refuses: with a wildcard domain name, or a name of two letters.']
      : []),
    '',
    ...endpoints.flatMap((parts, i) => {
      const [provider, label] = [providers[i] ?? wanted, labels[i] ?? ''];
      return [...terraformImport(parts, provider, label), '', ...terraformEndpoint(parts, provider, label), ''];
    }),
  ].join('\n');
}
