import { demo, demoWorkspaceId } from '../azure/demo';
import { targetId, targetSpecs } from '../azure/demo/targets';
import { type Demonstration } from '../preview/demonstration';
import { type Preview } from '../preview/preview';
import { applyPluginSettings } from '../preview/state/pluginSettings';
import { APP_PATH, CONFIG_PATH } from '../../src/constants';
import { checkPath, dataSourcesPath, endpointPath, endpointsPath, newEndpointPath, setupPath } from '../../src/paths';

const approved = 'fleet-citus';
const disconnected = 'sessions-pg';
const { main, large, empty, essential } = demo.workspaces;

/** The tour of the demonstration: each attempt shows something else that the plugin is for. */
export function tour(preview: () => Preview, controlUrl: string): Demonstration {
  const save = (jsonData: object, secureJsonData: Record<string, string> = {}) => {
    const { state } = preview();
    state.settings = applyPluginSettings(
      state.settings,
      { enabled: true, pinned: true, jsonData: { ...state.settings.jsonData, ...jsonData }, secureJsonData },
      Date.now()
    );
  };
  const workspace = (text: string, name: string) => ({
    text,
    href: endpointsPath,
    id: name,
    prepare: async () => save({ workspaceId: demoWorkspaceId(name) }),
  });
  const owner = `${controlUrl}/owner`;
  return {
    introduction:
      'The plugin in a preview of Grafana, connected to an Azure stand-in on this machine. Nothing here reaches Azure.',
    // Grafana's navigation can't have it: whether the operator allows it is known to the backend alone.
    readOnly: [{ text: 'Private endpoints (read-only)', href: endpointsPath }],
    attempts: [
      {
        title: 'Look around',
        text: `The workspace ${main} has endpoints of every resource type, in every state.`,
        ways: [
          { text: 'Private endpoints', href: endpointsPath },
          { text: 'Data sources', href: dataSourcesPath },
          { text: 'Configuration', href: CONFIG_PATH },
        ],
      },
      {
        title: 'Approve a request as the resource owner',
        text: `${approved} is waiting for approval. Open it, approve the request on the owner’s page, and watch it become active.`,
        ways: [
          { text: `Open ${approved}`, href: endpointPath(approved) },
          { text: 'Owner’s page', href: `${owner}?target=${encodeURIComponent(targetId(targetSpecs.fleet))}` },
          {
            text: 'Approve it in the app instead',
            href: endpointPath(approved),
            id: 'approve',
            prepare: async () => save({ approveRequests: true }),
          },
        ],
      },
      {
        title: 'Find out why a data source fails',
        text: 'Long-term metrics doesn’t answer. The test shows where it breaks, and what to do.',
        ways: [{ text: 'Test Long-term metrics', href: checkPath('long-term') }],
      },
      {
        title: 'Make a data source private',
        text: 'Request a private endpoint to the private link service pls-payments, approve it as its owner, and update the URL of Payments metrics.',
        ways: [
          { text: 'New private endpoint', href: newEndpointPath() },
          { text: 'Owner’s page', href: owner },
        ],
      },
      {
        title: 'Clean up dead ends',
        text: `${disconnected} is disconnected and can only be deleted. Do so on its page, or select several in the list.`,
        ways: [
          { text: `Open ${disconnected}`, href: endpointPath(disconnected) },
          { text: 'Private endpoints', href: endpointsPath },
        ],
      },
      {
        title: 'Switch to other workspaces',
        text: 'One with a thousand private endpoints, one with none yet, and one in the Essential tier, which has no private endpoints.',
        ways: [
          workspace('A thousand endpoints', large),
          workspace('No endpoints', empty),
          workspace('Essential tier', essential),
          workspace(`Back to ${main}`, main),
        ],
      },
      {
        title: 'Set it up from nothing',
        text: 'Removes the settings. Select the authentication method Client secret and enter:',
        values: [
          ['Azure cloud', demo.cloudDisplayName],
          ['Directory (tenant) ID', demo.tenantId],
          ['Application (client) ID', demo.clientId],
          ['Client secret', demo.clientSecret],
        ],
        ways: [
          {
            text: 'Remove settings and set up',
            href: setupPath(),
            id: 'nothing',
            prepare: async () => save({ workspaceId: '', azureCredentials: null }, { azureClientSecret: '' }),
          },
        ],
      },
      {
        title: 'Start over',
        text: 'Puts everything back as it was at the start, in Grafana and in Azure.',
        ways: [
          {
            text: 'Reset the demonstration',
            href: APP_PATH,
            id: 'reset',
            prepare: async () => {
              await fetch(`${controlUrl}/reset`, { method: 'POST' });
              await preview().reset();
            },
          },
        ],
      },
    ],
  };
}
