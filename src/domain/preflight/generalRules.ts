import { stringAt } from '../json';
import { rightByKey, rightWords } from '../permissions';
import { sameResource } from '../resourceId';
import { tierSupportsEndpoints } from '../workspace';
import { type PreflightRule, verdict } from './preflightRule';

/** Rules for every kind of target. */
export const generalRules: readonly PreflightRule[] = [
  {
    id: 'tier',
    title: 'Tier of the workspace',
    certainty: 'documented',
    source: 'Microsoft: Connect to a data source privately, prerequisites',
    checked: '2026-11-20',
    judge: ({ workspace }) => {
      if (!workspace) {
        return verdict('unknown', "The tier of the workspace couldn't be loaded.");
      }
      switch (tierSupportsEndpoints(workspace.tier)) {
        case 'yes':
          return verdict('fine', 'The workspace is in the Standard tier.');
        case 'no':
          return verdict(
            'problem',
            `The workspace is in the ${workspace.tier} tier, but private endpoints require Standard.`,
            'Create a workspace in the Standard tier, or upgrade this one in the Azure portal if possible.'
          );
        case 'unknown':
          return verdict(
            'unknown',
            `The tier "${workspace.tier || 'unknown'}" isn't known to support private endpoints.`
          );
      }
    },
  },
  {
    id: 'createRight',
    title: 'Permission to create',
    certainty: 'probable',
    source: 'Microsoft: Azure permissions for Monitor (Microsoft.Dashboard)',
    checked: '2026-11-20',
    judge: ({ rights }) => {
      const state = rights.create ?? 'unknown';
      const { text } = rightWords(rightByKey('create'), state);
      const outcome = { granted: 'fine', notGranted: 'caution', unknown: 'unknown' } as const;
      return verdict(
        outcome[state],
        text,
        state === 'notGranted' ? 'You can also send the code of the last step to someone who has permission.' : ''
      );
    },
  },
  {
    id: 'sameTarget',
    title: 'Existing endpoints',
    certainty: 'probable',
    source: 'Whether Azure allows two endpoints to one target and sub-resource is not documented',
    checked: '2026-11-20',
    judge: ({ endpoints, targetId, subResource }) => {
      if (!endpoints) {
        return verdict(
          'unknown',
          "The endpoints of the workspace couldn't be loaded, so there may already be one to this target."
        );
      }
      const same = endpoints.filter(
        (endpoint) =>
          sameResource(endpoint.targetId, targetId) &&
          (subResource === '' || endpoint.subResources.some((id) => id.toLowerCase() === subResource.toLowerCase()))
      );
      return same.length > 0
        ? verdict(
            'caution',
            `The workspace already has an endpoint to this target: ${same.map((endpoint) => endpoint.name).join(', ')}.`,
            'Use that endpoint unless you want to replace it.'
          )
        : verdict('fine', 'The workspace has no endpoint to this target yet.');
    },
  },
  {
    id: 'publicAccess',
    title: 'Public access to the target',
    certainty: 'documented',
    source: 'Azure resource properties: publicNetworkAccess',
    checked: '2026-11-20',
    judge: ({ target }) => {
      const access = stringAt(target?.properties, 'publicNetworkAccess').toLowerCase();
      switch (access) {
        case 'disabled':
          return verdict(
            'caution',
            'Public access to the target is disabled, so data sources can connect only after approval and refresh.',
            'Ask the resource owner to approve early.'
          );
        case 'enabled':
          return verdict(
            'fine',
            'Public access to the target is enabled, so data sources keep working in the meantime.'
          );
      }
      return undefined;
    },
  },
  {
    id: 'unknownKind',
    title: 'Resource type',
    certainty: 'documented',
    source: 'Microsoft: Connect to a data source privately, supported data sources',
    checked: '2026-11-20',
    judge: ({ kind }) =>
      kind?.inHowTo
        ? undefined
        : verdict(
            'caution',
            kind
              ? `${kind.title} isn't on Microsoft's list of supported targets (February 2024).`
              : "This resource type isn't on Microsoft's list of supported targets, so Azure may reject it.",
            'You can still try to create the endpoint. Otherwise, use a private link service in front of the target.'
          ),
  },
];
