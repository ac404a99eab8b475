import { kindOfTarget } from '../catalogue/catalogue';
import { isJsonObject, type JsonValue, stringAt } from '../json';
import { sameResource } from '../resourceId';
import { judgeTarget, type PreflightRule, verdict } from './preflightRule';

/** Rules for Azure Monitor, Data Explorer and Databricks. */
export const analyticsRules: readonly PreflightRule[] = [
  {
    id: 'scopeAccessMode',
    title: 'Access mode of the private link scope',
    certainty: 'documented',
    source: 'Microsoft: Design your Azure Monitor private link setup',
    checked: '2026-11-20',
    judge: judgeTarget(
      'monitorScope',
      (target) => {
        const mode = stringAt(target.properties, 'accessModeSettings', 'queryAccessMode');
        return mode.toLowerCase() === 'privateonly'
          ? verdict(
              'caution',
              'The scope allows queries only to resources in it (PrivateOnly). Data sources that query other resources stop working.',
              'Add every Log Analytics workspace and Application Insights resource you query to the scope, or set its query access mode to Open.'
            )
          : verdict(
              mode ? 'fine' : 'unknown',
              mode
                ? `The query access mode of the scope is ${mode}. Resources outside the scope still work.`
                : 'The query access mode of the scope is unknown.'
            );
      },
      "The query access mode of the scope couldn't be loaded. With PrivateOnly, resources outside the scope stop working."
    ),
  },
  {
    id: 'oneScope',
    title: 'One scope per network',
    certainty: 'documented',
    source: 'Microsoft: Design your Azure Monitor private link setup (a network can be attached to one scope)',
    checked: '2026-11-20',
    judge: ({ kind, endpoints, targetId }) => {
      if (kind?.key !== 'monitorScope') {
        return undefined;
      }
      if (!endpoints) {
        return verdict(
          'unknown',
          "The endpoints of the workspace couldn't be loaded, so it may already have an endpoint to another scope."
        );
      }
      const others = endpoints.filter(
        (endpoint) =>
          kindOfTarget(endpoint.targetId)?.key === 'monitorScope' && !sameResource(endpoint.targetId, targetId)
      );
      return others.length > 0
        ? verdict(
            'problem',
            `The workspace has an endpoint to another scope (${others.map((endpoint) => endpoint.name).join(', ')}), but a network can use only one scope.`,
            'Add the resources to the existing scope, or delete the other endpoint first.'
          )
        : verdict(
            'caution',
            'The scope affects names that all Azure Monitor resources share, so resources outside it may stop working.',
            'Check that every resource you query is in the scope.'
          );
    },
  },
  {
    id: 'kustoVnetInjection',
    title: 'Network of the Data Explorer cluster',
    certainty: 'documented',
    source: 'Microsoft: Private endpoints for Azure Data Explorer',
    checked: '2026-11-20',
    judge: judgeTarget(
      'dataExplorer',
      (target) => {
        const network = target.properties.virtualNetworkConfiguration;
        const injected = isJsonObject(network) && stringAt(network, 'state').toLowerCase() !== 'disabled';
        return injected
          ? verdict(
              'problem',
              "The cluster is injected into a virtual network. Such clusters don't support private endpoints.",
              'Migrate the cluster out of the virtual network first.'
            )
          : verdict('fine', "The cluster isn't injected into a virtual network.");
      },
      "The network settings of the cluster couldn't be loaded. Clusters injected into a virtual network don't support private endpoints."
    ),
  },
  {
    id: 'databricksPlan',
    title: 'Plan and network of the Databricks workspace',
    certainty: 'documented',
    source: 'Microsoft: Azure Private Link for Azure Databricks, requirements',
    checked: '2026-11-20',
    judge: judgeTarget(
      'databricks',
      (target) => {
        const missing = [
          target.sku.toLowerCase() === 'premium' ? '' : 'the Premium plan',
          parameter(target.properties.parameters, 'customVirtualNetworkId')
            ? ''
            : 'a virtual network of its own (VNet injection)',
          parameter(target.properties.parameters, 'enableNoPublicIp')
            ? ''
            : 'secure cluster connectivity (no public IP)',
        ].filter(Boolean);
        return missing.length > 0
          ? verdict(
              'problem',
              `The Databricks workspace may not have ${missing.join(', and ')}, which private links require.`,
              'Change the Databricks workspace first, or select another.'
            )
          : verdict(
              'fine',
              'The Databricks workspace has the Premium plan, its own virtual network and secure cluster connectivity.'
            );
      },
      "Plan and network of the Databricks workspace couldn't be loaded. Private links require Premium, VNet injection and secure cluster connectivity."
    ),
  },
];

// Databricks wraps each parameter as {type, value}.
function parameter(parameters: JsonValue | undefined, key: string): boolean {
  const wrapped = isJsonObject(parameters) ? parameters[key] : undefined;
  return isJsonObject(wrapped) && Boolean(wrapped.value);
}
