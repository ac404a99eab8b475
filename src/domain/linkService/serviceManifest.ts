import { quoteYaml } from '../exports/yaml';
import { type AksParts } from './linkServiceParts';

const plain = 'service.beta.kubernetes.io/azure-';

/**
 * The Kubernetes Service whose load balancer AKS puts a private link service before, as YAML (Cloud Provider Azure: Azure Private
 * Link Service Integration). It stands beside whatever Service the pods already have.
 */
export function serviceManifest(parts: AksParts): string {
  const annotations: Array<[string, string]> = [
    ['load-balancer-internal', 'true'],
    ['pls-create', 'true'],
    ['pls-name', parts.name],
    ['pls-resource-group', parts.resourceGroup],
    ['pls-ip-configuration-subnet', parts.subnet],
    ['pls-fqdns', parts.fqdn],
    ['pls-proxy-protocol', 'false'],
    // Managed private endpoints are in a subscription of Microsoft.
    ['pls-visibility', '*'],
  ];
  return [
    '# Apply with: kubectl apply --filename <this file>',
    'apiVersion: v1',
    'kind: Service',
    'metadata:',
    `  name: ${quoteYaml(parts.name)}`,
    `  namespace: ${quoteYaml(parts.namespace)}`,
    '  annotations:',
    ...annotations.filter(([, value]) => value !== '').map(([key, value]) => `    ${plain}${key}: ${quoteYaml(value)}`),
    'spec:',
    '  type: LoadBalancer',
    '  # The policy "Local" works only if the subnet of the link service isn\'t the one of the pods.',
    '  externalTrafficPolicy: Cluster',
    '  ipFamilies:',
    '    - IPv4',
    '  ipFamilyPolicy: SingleStack',
    '  selector:',
    ...Object.entries(parts.selector).map(([key, value]) => `    ${quoteYaml(key)}: ${quoteYaml(value)}`),
    '  ports:',
    '    - name: data',
    '      protocol: TCP',
    `      port: ${parts.port}`,
    `      targetPort: ${typeof parts.targetPort === 'number' ? parts.targetPort : quoteYaml(parts.targetPort)}`,
    '',
  ].join('\n');
}
