import { type Endpoint } from '../../domain/endpoint';
import { type ExportInput } from '../../domain/exports/exportInput';
import { readBicep } from './readBicep';
import { readHcl } from './readHcl';

/** An endpoint as code tells it; what the code leaves out is '', [] or {}. */
export type WrittenEndpoint = Pick<
  Endpoint,
  'name' | 'location' | 'targetId' | 'targetRegion' | 'subResources' | 'requestMessage' | 'domainName' | 'tags'
>;

/** The same of an endpoint that Azure has. */
export function writtenOf(endpoint: ExportInput | Endpoint): WrittenEndpoint {
  const { name, location, targetId, targetRegion, subResources, requestMessage, domainName, tags } = endpoint;
  const lists = { subResources: [...subResources], tags: { ...tags } };
  return { name, location, targetId, targetRegion, requestMessage, domainName, ...lists };
}

type Block = Record<string, unknown>;

/** Terraform: endpoints by their address, and the imports. */
export async function readTerraformEndpoints(source: string) {
  const { resource = {}, import: imports = [] } = (await readHcl(source)) as {
    resource?: Record<string, Record<string, Block[]>>;
    import?: Array<Record<string, string>>;
  };
  const endpoints = new Map<string, WrittenEndpoint>();
  const readers = {
    azurerm_dashboard_grafana_managed_private_endpoint: ofAzurerm,
    azapi_resource: (block: Block) => ofArm(block, block['body'] as Block),
  };
  for (const [type, read] of Object.entries(readers)) {
    for (const [label, [block = {}]] of Object.entries(resource[type] ?? {})) {
      endpoints.set(`${type}.${label}`, read(block));
    }
  }
  return { endpoints, imports, resource };
}

/** Bicep: the endpoints in their order. */
export function readBicepEndpoints(source: string): WrittenEndpoint[] {
  return Object.values(readBicep(source))
    .filter(({ existing }) => !existing)
    .map(({ body }) => ofArm(body as Block, body as Block));
}

const ofAzurerm = (block: Block) =>
  filled({
    ...block,
    targetId: block['private_link_resource_id'],
    targetRegion: block['private_link_resource_region'],
    subResources: block['group_ids'],
    requestMessage: block['request_message'],
    domainName: block['private_link_service_url'],
  });

function ofArm(block: Block, { properties }: Block): WrittenEndpoint {
  const { privateLinkResourceId, privateLinkResourceRegion, groupIds, requestMessage, privateLinkServiceUrl } =
    properties as Block;
  return filled({
    ...block,
    targetId: privateLinkResourceId,
    targetRegion: privateLinkResourceRegion,
    subResources: groupIds,
    requestMessage,
    domainName: privateLinkServiceUrl,
  });
}

function filled(block: Block): WrittenEndpoint {
  const none = { targetRegion: '', subResources: [], requestMessage: '', domainName: '', tags: {} };
  const told = Object.fromEntries(Object.entries(block).filter(([, value]) => value !== undefined));
  return writtenOf({ ...none, ...told } as unknown as Endpoint);
}
