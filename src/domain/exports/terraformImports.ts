import { type ExportEndpoints } from './exportInput';
import { terraformName } from './quoteHcl';
import { providerFor, terraformEndpoint, terraformImport, type TerraformProvider } from './terraformEndpoint';
import { withUniqueNames } from './uniqueNames';

/** Existing endpoints as Terraform that takes them into its state and changes nothing. */
export function terraformImports(endpoints: ExportEndpoints, wanted: TerraformProvider): string {
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
    ...withUniqueNames(endpoints, ({ name }) => terraformName(name)).flatMap(([label, parts]) => {
      const provider = providerFor(parts, wanted);
      return [...terraformImport(parts, provider, label), '', ...terraformEndpoint(parts, provider, label), ''];
    }),
  ].join('\n');
}
