import { demo } from '../demo';
import { type PortUse, type StoreSpec } from '../network/storeSpecs';

/** The AKS cluster of the demonstration, as its Services see it. */
export const cluster = {
  subscriptionId: demo.observabilitySubscriptionId,
  /** Where AKS creates what its Services need, unless they say otherwise. */
  nodeResourceGroup: 'mc_aks-observability_westeurope',
  location: 'westeurope',
  network: `/subscriptions/${demo.observabilitySubscriptionId}/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/aks-network`,
  /** The pods have their addresses from the first, which Services use unless they say otherwise. */
  subnets: ['aks-nodes', 'private-link'],
} as const;

/** Pods that no Service leads to yet. */
export interface Pods {
  namespace: string;
  labels: Record<string, string>;
  speaks: StoreSpec['speaks'];
  /** Names of the ports that have one. */
  portNames: Record<string, number>;
  ports: Record<number, PortUse>;
}

export const pods: readonly Pods[] = [
  {
    namespace: 'monitoring',
    labels: { 'app.kubernetes.io/name': 'prometheus' },
    speaks: 'prometheus',
    portNames: { 'http-web': 9090 },
    ports: { 9090: 'http' },
  },
  {
    namespace: 'logging',
    labels: { app: 'loki', tier: 'read' },
    speaks: 'loki',
    portNames: { http: 3100 },
    ports: { 3100: 'http' },
  },
];
