import { isJsonObject, type JsonValue } from '../json';
import { parseResourceId } from '../resourceId';
import { judgeTarget, type PreflightRule, verdict } from './preflightRule';

/** Rules for private link services. */
export const privateLinkServiceRules: readonly PreflightRule[] = [
  {
    id: 'plsVisibility',
    title: 'Visibility of the private link service',
    certainty: 'probable',
    source: 'Azure Private Link service: visibility; the endpoint is created in a subscription of Microsoft',
    checked: '2026-11-20',
    judge: judgeTarget(
      'privateLinkService',
      (target) => {
        const visible = subscriptions(target.properties.visibility);
        if (visible?.includes('*')) {
          return verdict('fine', 'Anyone who knows its ID can request a connection to the service.');
        }
        return verdict(
          'caution',
          "The service is visible only to certain subscriptions. The endpoint is created in a Microsoft subscription that isn't one of them, so the request may be rejected.",
          'If Azure rejects the request, set the visibility of the service to "Anyone with your alias". Each request still requires approval.'
        );
      },
      "The visibility of the service couldn't be loaded. It must allow requests from a Microsoft subscription."
    ),
  },
  {
    id: 'plsProxyProtocol',
    title: 'Proxy protocol of the private link service',
    certainty: 'probable',
    source: 'Azure Private Link service: TCP proxy v2',
    checked: '2026-11-20',
    judge: judgeTarget(
      'privateLinkService',
      (target) =>
        target.properties.enableProxyProtocol === true
          ? verdict(
              'caution',
              "The service adds a proxy protocol header to each connection. Targets that don't expect it close the connection.",
              'Disable proxy protocol on the service, or make sure the target supports version 2.'
            )
          : verdict('fine', 'Proxy protocol is disabled.'),
      "The proxy protocol setting couldn't be loaded. Most targets don't support proxy protocol."
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
        aks ? 'caution' : 'unknown',
        aks
          ? 'This service belongs to an AKS cluster. With externalTrafficPolicy "Local", the service must use a different subnet than the pods.'
          : 'If the service belongs to an AKS cluster with externalTrafficPolicy "Local", it must use a different subnet than the pods.',
        'Set externalTrafficPolicy to "Cluster" in the Kubernetes service, or use a separate subnet for the private link service.'
      );
    },
  },
];

function subscriptions(visibility: JsonValue | undefined): JsonValue[] | undefined {
  const list = isJsonObject(visibility) ? visibility.subscriptions : undefined;
  return Array.isArray(list) ? list : undefined;
}
