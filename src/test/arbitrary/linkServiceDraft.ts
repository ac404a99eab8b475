import fc from 'fast-check';
import { emptyLinkService, type LinkServiceDraft } from '../../domain/linkService/linkServiceDraft';
import { nastyText } from './exportInput';

const subscription = '0d9e8c7b-6a5f-4e3d-8c2b-1a0f9e8d7c6b';
const network = `/subscriptions/${subscription}/resourceGroups/net/providers/Microsoft.Network`;

/** A draft for AKS that is complete. */
export const aksDraft: LinkServiceDraft = {
  ...emptyLinkService,
  place: 'aks',
  name: 'prometheus-private',
  namespace: 'monitoring',
  selector: 'app.kubernetes.io/name=prometheus, tier=metrics',
  port: '9090',
  domainName: 'prometheus.shop.contoso.com',
  subnet: 'private-link',
  subscriptionId: subscription,
  resourceGroup: 'mc_shop',
};

/** A draft for a load balancer that is complete. */
export const loadBalancerDraft: LinkServiceDraft = {
  ...emptyLinkService,
  place: 'loadBalancer',
  name: 'pls-influx',
  port: '8086',
  domainName: 'influx.plant7.contoso.com',
  subnet: 'private-link',
  loadBalancer: `${network}/loadBalancers/lb-influx`,
  frontend: 'front',
  network: `/subscriptions/${subscription}/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/hub`,
};

const label = fc.stringMatching(/^[a-z]([a-z0-9-]{0,20}[a-z0-9])?$/);
const azureName = fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9_.-]{0,20}[A-Za-z0-9_])?$/);
const port = fc.integer({ min: 1, max: 65_535 }).map(String);
const domainName = fc.constantFrom('', 'prometheus.shop.contoso.com', '*.prom.contoso.com');

/** Complete drafts for AKS. */
export const aksDrafts: fc.Arbitrary<LinkServiceDraft> = fc
  .record({
    name: label,
    namespace: fc.oneof(label, fc.constant('0')),
    selector: fc
      .dictionary(label, fc.constantFrom('', 'prometheus', 'v1.2_x', 'true', '0', 'null'), { minKeys: 1, maxKeys: 3 })
      .map((labels) =>
        Object.entries(labels)
          .map(([key, value]) => `${key}=${value}`)
          .join(', ')
      ),
    port,
    targetPort: fc.oneof(fc.constant(''), port, fc.constant('http-web')),
    subnet: fc.oneof(fc.constant(''), azureName),
    resourceGroup: fc.constantFrom('mc_shop', 'rg_(1)', 'é'),
    domainName,
  })
  .map((fields) => ({ ...aksDraft, ...fields }));

/** Complete drafts for a load balancer, and for one in any VNet. */
export const loadBalancerDrafts: fc.Arbitrary<LinkServiceDraft> = fc
  .record({
    place: fc.constantFrom('loadBalancer' as const, 'vnet' as const),
    name: azureName,
    frontend: azureName,
    subnet: azureName,
    port,
    domainName,
    balancer: fc.constantFrom('lb', "it's", '${x}', '$(id)', '`id`', 'a"b', '{x}'),
  })
  .map(({ balancer, ...fields }) => ({
    ...loadBalancerDraft,
    ...fields,
    loadBalancer: `${network}/loadBalancers/${balancer}`,
  }));

/** Drafts with anything in their fields. */
export const nastyDrafts: fc.Arbitrary<LinkServiceDraft> = fc
  .record({
    ...Object.fromEntries(Object.keys(emptyLinkService).map((key) => [key, nastyText])),
    place: fc.constantFrom('aks', 'loadBalancer', 'vnet', 'vendor', ''),
    vendor: fc.constant(''),
  })
  .map((draft) => draft as unknown as LinkServiceDraft);
