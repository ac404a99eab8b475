import { stringAt } from '../json';
import { rightByKey, rightWords } from '../permissions';
import { sameResource } from '../resourceId';
import { tierSupportsEndpoints } from '../workspace';
import { type PreflightRule } from './preflightRule';
import { verdict } from './verdict';

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
        return verdict('cantTell', "The tier of the workspace couldn't be read.");
      }
      switch (tierSupportsEndpoints(workspace.tier)) {
        case 'yes':
          return verdict('fine', 'The workspace is in the Standard tier.');
        case 'no':
          return verdict(
            'problem',
            `The workspace is in the ${workspace.tier} tier, and private endpoints need Standard.`,
            'Create a workspace in the Standard tier, or upgrade this one in the Azure portal if that is offered.'
          );
        case 'unknown':
          return verdict(
            'cantTell',
            `The tier "${workspace.tier || 'not told'}" isn't known to support private endpoints.`
          );
      }
    },
  },
  {
    id: 'createRight',
    title: 'Right to create',
    certainty: 'likely',
    source: 'Microsoft: Azure permissions for Monitor (Microsoft.Dashboard)',
    checked: '2026-11-20',
    judge: ({ rights }) => {
      const state = rights.create ?? 'unknown';
      const { text } = rightWords(rightByKey('create'), state);
      const outcome = { granted: 'fine', notGranted: 'caution', unknown: 'cantTell' } as const;
      return verdict(
        outcome[state],
        text,
        state === 'notGranted' ? 'You can also hand the code of the last step to somebody who has the right.' : ''
      );
    },
  },
  {
    id: 'sameTarget',
    title: 'Endpoint to the same target',
    certainty: 'likely',
    source: 'Whether Azure allows two endpoints to one target and sub-resource is not documented',
    checked: '2026-11-20',
    judge: ({ endpoints, targetId, subResource }) => {
      if (!endpoints) {
        return verdict(
          'cantTell',
          "The endpoints of the workspace couldn't be listed, so there may be one to this target already."
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
            `There is an endpoint to this target already: ${same.map((endpoint) => endpoint.name).join(', ')}.`,
            'Use that one, unless you want to replace it.'
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
            'Public access to the target is switched off, so data sources reach it only once the endpoint is approved and the workspace refreshed.',
            'Ask the owner of the target for the approval early.'
          );
        case 'enabled':
          return verdict(
            'fine',
            'Public access to the target is on, so data sources that work today keep working meanwhile.'
          );
        default:
          return undefined;
      }
    },
  },
  {
    id: 'unknownKind',
    title: 'Kind of target',
    certainty: 'documented',
    source: 'Microsoft: Connect to a data source privately, supported data sources',
    checked: '2026-11-20',
    judge: ({ kind }) =>
      kind?.inHowTo
        ? undefined
        : verdict(
            'caution',
            kind
              ? `${kind.title} isn't on the list of Microsoft's guide from February 2024.`
              : "This kind of resource isn't on Microsoft's list of supported targets, so Azure may refuse it.",
            'Try it: Azure decides. A private link service in front of the data store is the general way.'
          ),
  },
];
