import constants from '../../../catalogue/constants.json';
import { type ExportParts } from './exportInput';
import { type HclAttribute, hclAttributes, hclBlock } from './hcl';
import { quoteHcl } from './quoteHcl';

/** Terraform's providers for Azure that know managed private endpoints. */
export type TerraformProvider = 'azurerm' | 'azapi';

const azurermType = 'azurerm_dashboard_grafana_managed_private_endpoint';
const azureType = `Microsoft.Dashboard/grafana/managedPrivateEndpoints@${constants.dashboardApiVersion}`;

// What azurerm 5.2 takes (dashboard_grafana_managed_private_endpoint_resource.go); Azure takes more.
const shortestAzurermName = 3;
const azurermDomainName = /^([0-9A-Za-z-]+\.){2}[0-9A-Za-z-]/;

/** The provider that can have an endpoint: azurerm refuses wildcard domain names, and names of two letters. */
export function providerFor({ name, domainName }: ExportParts, wanted: TerraformProvider): TerraformProvider {
  const fits = name.length >= shortestAzurermName && (domainName === '' || azurermDomainName.test(domainName));
  return fits ? wanted : 'azapi';
}

/** An endpoint's address in Terraform. */
export function terraformAddress(provider: TerraformProvider, label: string): string {
  return `${provider === 'azurerm' ? azurermType : 'azapi_resource'}.${label}`;
}

/** An endpoint as a resource of a provider. */
export function terraformEndpoint(parts: ExportParts, provider: TerraformProvider, label: string): string[] {
  return provider === 'azurerm'
    ? hclBlock(`resource "${azurermType}" "${label}"`, azurermAttributes(parts))
    : hclBlock(`resource "azapi_resource" "${label}"`, azapiAttributes(parts));
}

/** Takes an endpoint that exists into Terraform's state. */
export function terraformImport(parts: ExportParts, provider: TerraformProvider, label: string): string[] {
  const id = `${parts.workspaceId}/managedPrivateEndpoints/${parts.name}`;
  const version = provider === 'azapi' ? `?api-version=${constants.dashboardApiVersion}` : '';
  return hclBlock('import', [
    ['to', terraformAddress(provider, label)],
    ['id', quoteHcl(id + version)],
  ]);
}

function azurermAttributes(parts: ExportParts): HclAttribute[] {
  return hclAttributes({
    grafana_id: parts.workspaceId,
    name: parts.name,
    location: parts.location,
    private_link_resource_id: parts.targetId,
    group_ids: [...parts.subResources],
    private_link_resource_region: parts.targetRegion,
    private_link_service_url: parts.domainName,
    request_message: parts.requestMessage,
    tags: parts.tags,
  });
}

function azapiAttributes(parts: ExportParts): HclAttribute[] {
  const properties = {
    groupIds: [...parts.subResources],
    privateLinkResourceId: parts.targetId,
    privateLinkResourceRegion: parts.targetRegion,
    privateLinkServiceUrl: parts.domainName,
    requestMessage: parts.requestMessage,
  };
  return hclAttributes({
    type: azureType,
    parent_id: parts.workspaceId,
    name: parts.name,
    location: parts.location,
    tags: parts.tags,
    body: { properties: Object.fromEntries(Object.entries(properties).filter(([, value]) => value.length > 0)) },
  });
}
