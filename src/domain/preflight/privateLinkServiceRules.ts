import { isJsonObject, type JsonValue } from '../json';
import { parseResourceId } from '../resourceId';
import { type PreflightRule } from './preflightRule';
import { judgeTarget, verdict } from './verdict';

/** Rules for private link services. */
export const privateLinkServiceRules: readonly PreflightRule[] = [
  {
    id: 'plsVisibility',
    title: 'Visibility of the private link service',
    certainty: 'likely',
    source: 'Azure Private Link service: visibility; the endpoint is created in a subscription of Microsoft',
    checked: '2026-11-20',
    judge: judgeTarget(
      'privateLinkService',
      (target) => {
        const visible = subscriptions(target.properties.visibility);
        if (visible?.includes('*')) {
          return verdict('fine', 'Anyone who knows its id may ask the service for a connection.');
        }
        return verdict(
          'caution',
          "The service shows itself only to certain subscriptions. The endpoint is created in a subscription of Microsoft that isn't among them, so the request may be refused.",
          'If Azure refuses the request, set the visibility of the service to "Anyone with your alias". You still approve every request.'
        );
      },
      "The visibility of the service couldn't be read. It has to let requests from a Microsoft subscription in."
    ),
  },
  {
    id: 'plsProxyProtocol',
    title: 'Proxy protocol of the private link service',
    certainty: 'likely',
    source: 'Azure Private Link service: TCP proxy v2',
    checked: '2026-11-20',
    judge: judgeTarget(
      'privateLinkService',
      (target) =>
        target.properties.enableProxyProtocol === true
          ? verdict(
              'caution',
              "The service puts a proxy protocol header before each connection. A data store that doesn't expect it drops the connection.",
              'Turn proxy protocol off at the service, or make sure the data store understands version 2.'
            )
          : verdict('fine', 'Proxy protocol is off.'),
      "Whether proxy protocol is on couldn't be read. Most data stores don't understand it."
    ),
  },
  {
    id: 'aksTrafficPolicy',
    title: 'AKS service behind the private link service',
    certainty: 'documented',
    source:
      'Microsoft: Connect to a data source privately (note on externalTrafficPolicy); Cloud Provider Azure, restrictions',
    checked: '2026-11-20',
    judge: ({ kind, targetId }) => {
      if (kind?.key !== 'privateLinkService') {
        return undefined;
      }
      const id = parseResourceId(targetId);
      // AKS creates private link services in its node resource group, MC_… unless renamed.
      const aks = id.ok && /^mc_/i.test(id.value.resourceGroup);
      return verdict(
        aks ? 'caution' : 'cantTell',
        aks
          ? 'This service belongs to an AKS cluster. With externalTrafficPolicy "Local" the service must use another subnet than the pods.'
          : 'If an AKS cluster is behind this service: with externalTrafficPolicy "Local" the service must use another subnet than the pods. Azure doesn\'t tell which it uses.',
        'Set externalTrafficPolicy to "Cluster" in the Kubernetes service, or give the private link service a subnet of its own.'
      );
    },
  },
];

function subscriptions(visibility: JsonValue | undefined): JsonValue[] | undefined {
  const list = isJsonObject(visibility) ? visibility.subscriptions : undefined;
  return Array.isArray(list) ? list : undefined;
}
