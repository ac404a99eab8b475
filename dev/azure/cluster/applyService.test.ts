/** @jest-environment node */
import { parse, stringify } from 'yaml';
import { linkServiceCode } from '../../../src/domain/linkService/linkServiceCode';
import { expectedId } from '../../../src/domain/linkService/linkServiceDraft';
import { aksDraft } from '../../../src/test/arbitrary/linkServiceDraft';
import { Clock } from '../clock';
import { demoWorld } from '../demo/world';
import { createMaterial } from '../entra/material';
import { meet } from '../network/view';
import { type World } from '../state';
import { requestConnection, syncWorkspace } from '../targets/connections';
import { applyService } from './applyService';
import { cluster } from './pods';

const draft = {
  ...aksDraft,
  selector: 'app.kubernetes.io/name=prometheus',
  subscriptionId: cluster.subscriptionId,
  resourceGroup: cluster.nodeResourceGroup,
};
const manifest = linkServiceCode(draft)[0]?.code ?? '';
const prefix = 'service.beta.kubernetes.io/azure-';

/** The manifest with something changed. */
function changed(change: (service: ReturnType<typeof parse>) => void): string {
  const service = parse(manifest);
  change(service);
  return stringify(service);
}
const annotated = (name: string, value: string | undefined) =>
  changed(({ metadata }) => {
    metadata.annotations[prefix + name] = value;
  });

let world: World;
beforeEach(async () => {
  world = demoWorld(new Clock(), await createMaterial());
});

it('creates the link service that the plugin said would be there', () => {
  const target = applyService(world, manifest);
  expect(target.id).toBe(expectedId(draft));
  expect(world.targets.get(target.id.toLowerCase())).toBe(target);
  expect(target.properties).toMatchObject({
    visibility: { subscriptions: ['*'] },
    enableProxyProtocol: false,
    fqdns: ['prometheus.shop.contoso.com'],
    ipConfigurations: [{ properties: { subnet: { id: `${cluster.network}/subnets/private-link` } } }],
  });
});

it('keeps alias and connections when it is applied again, and gives the name to no other Service', () => {
  const first = applyService(world, manifest);
  first.connections.push({
    ...{ name: 'x', privateEndpointId: '/x', groupIds: [], status: 'Pending', description: '', provisioningState: '' },
  });
  const again = applyService(world, annotated('pls-visibility', ''));
  expect(again.connections).toHaveLength(1);
  expect(again.properties['alias']).toBe(first.properties['alias']);
  const other = changed(({ metadata }) => (metadata.namespace = 'logging'));
  expect(() => applyService(world, other)).toThrow("isn't owned by the service logging/prometheus-private");
});

it.each<[string, string, string]>([
  ['no YAML', 'a: [', 'Flow sequence'],
  ['another kind', changed((service) => (service.kind = 'Ingress')), 'kind'],
  ['a member that Kubernetes doesn’t know', changed(({ spec }) => (spec.trafficPolicy = 'Local')), 'trafficPolicy'],
  ['an annotation that is no text', changed(({ metadata }) => (metadata.annotations.x = true)), 'annotations'],
  ['a misspelled annotation', annotated('pls-visible', '*'), 'azure-pls-visible'],
  ['no link service', annotated('pls-create', 'false'), 'asks for no private link service'],
  ['a public load balancer', annotated('load-balancer-internal', 'false'), 'must be internal or disable floating ip'],
  ['an unknown subnet', annotated('pls-ip-configuration-subnet', 'x'), 'failed to get private link service subnet(x)'],
  ['an unknown resource group', annotated('pls-resource-group', 'x'), "Resource group 'x' could not be found"],
  ['IPv6', changed(({ spec }) => (spec.ipFamilies = ['IPv6'])), 'IPv6 is not supported'],
])('refuses %s', (_, text, message) => {
  expect(() => applyService(world, text)).toThrow(message);
  expect(world.deployed.size).toBe(0);
});

describe('what answers behind it', () => {
  /** The outcome of a connection over an approved endpoint to the link service. */
  function reach(text: string, port = 9090): string {
    const target = applyService(world, text);
    const workspace = world.workspaces[0]!;
    const endpoint = {
      ...{ name: 'made', location: 'westeurope', provisioningState: 'Succeeded', targetId: target.id },
      connectionState: { status: 'Pending', description: '' },
    };
    workspace.endpoints.set('made', endpoint);
    requestConnection(target, workspace, endpoint).status = 'Approved';
    syncWorkspace(world, workspace);
    const met = meet(world, workspace, workspace.endpoints.get('made')?.privateIp ?? '', port);
    return met.outcome === 'open' ? `${met.store.speaks} ${met.use}` : met.outcome;
  }

  it.each<[string, string, string]>([
    ['the pods of the selector', manifest, 'prometheus http'],
    ['a named port', changed(({ spec }) => (spec.ports[0].targetPort = 'http-web')), 'prometheus http'],
    ['a port without a process', changed(({ spec }) => (spec.ports[0].targetPort = 81)), 'refused'],
    ['no pods', changed(({ spec }) => (spec.selector = { app: 'x' })), 'lost'],
    ['proxy protocol', annotated('pls-proxy-protocol', 'true'), 'lost'],
    ['Local in a subnet of its own', changed(({ spec }) => (spec.externalTrafficPolicy = 'Local')), 'prometheus http'],
    [
      'Local in the subnet of the pods',
      changed(({ metadata, spec }) => {
        spec.externalTrafficPolicy = 'Local';
        delete metadata.annotations[`${prefix}pls-ip-configuration-subnet`];
      }),
      'lost',
    ],
  ])('%s', (_, text, outcome) => {
    expect(reach(text)).toBe(outcome);
  });
});
