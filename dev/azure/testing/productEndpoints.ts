import { type ManagedPrivateEndpointModel } from '@azure/arm-dashboard';
import { type Endpoint } from '../../../src/domain/endpoint';
import { demo } from '../demo';
import { type AzureStandIn } from '../startAzure';
import { dashboardClient } from './azureClients';

/** A workspace's endpoints as Microsoft's client reads them, in the form that the product's backend answers. */
export async function productEndpoints(azure: AzureStandIn, workspace: string): Promise<Endpoint[]> {
  const endpoints: Endpoint[] = [];
  for await (const model of dashboardClient(azure).managedPrivateEndpoints.list(demo.resourceGroup, workspace)) {
    endpoints.push(asProduct(model));
  }
  return endpoints;
}

const text = (value: string | undefined) => value ?? '';

function asProduct(model: ManagedPrivateEndpointModel): Endpoint {
  const { systemData, connectionState } = model;
  return {
    id: text(model.id),
    name: text(model.name),
    location: model.location,
    tags: model.tags ?? {},
    provisioningState: text(model.provisioningState),
    connectionState: text(connectionState?.status),
    connectionDescription: text(connectionState?.description),
    targetId: text(model.privateLinkResourceId),
    targetRegion: text(model.privateLinkResourceRegion),
    subResources: model.groupIds ?? [],
    requestMessage: text(model.requestMessage),
    domainName: text(model.privateLinkServiceUrl),
    privateIp: text(model.privateLinkServicePrivateIP),
    createdAt: text(systemData?.createdAt?.toISOString()),
    createdBy: text(systemData?.createdBy),
    lastModifiedAt: text(systemData?.lastModifiedAt?.toISOString()),
    lastModifiedBy: text(systemData?.lastModifiedBy),
    extra: {},
  };
}
