import {
  AppPlugin,
  type AppPluginMeta,
  type CurrentUserDTO,
  type PluginExtensionEventHelpers,
  PluginExtensionPoints,
} from '@grafana/data';
import { config, locationService } from '@grafana/runtime';

import { PLUGIN_ID } from '../constants';
import { sampleWorkspaceId } from '../domain/testing/sampleEndpoint';
import manifest from '../plugin.json';
import { addPaletteLinks } from './paletteLinks';

const helpers: PluginExtensionEventHelpers = {
  extensionPointId: PluginExtensionPoints.CommandPalette,
  openModal: () => undefined,
  openSidebar: () => undefined,
  closeSidebar: () => undefined,
  toggleSidebar: () => undefined,
};
const setUp = { azureCredentials: { authType: 'msi' }, workspaceId: sampleWorkspaceId };

/** The links of a plugin with these settings; without any where Grafana doesn't bring them along. */
function links(jsonData?: object | null) {
  const plugin = addPaletteLinks(new AppPlugin());
  if (jsonData !== undefined) {
    plugin.meta = { jsonData } as AppPluginMeta;
  }
  return plugin.addedLinkConfigs;
}
const offered = (jsonData?: object | null) =>
  links(jsonData).flatMap(({ title, configure }) => (configure?.({}) === undefined ? [] : [title]));

it('registers what the manifest announces, word for word', () => {
  expect(links().map(({ title, description, targets }) => ({ title, description, targets }))).toEqual(
    manifest.extensions.addedLinks.map(({ title, description, targets }) => ({ title, description, targets }))
  );
});

it("leads to the app's own pages", () => {
  const opened = links().map(({ onClick }) => {
    onClick?.(undefined, helpers);
    return locationService.getLocation().pathname;
  });
  expect(opened).toEqual([`/a/${PLUGIN_ID}/endpoints`, `/a/${PLUGIN_ID}/new`]);
});

const asUser = (orgRole: string, isSignedIn = true) =>
  jest.replaceProperty(config.bootData, 'user', { ...config.bootData.user, isSignedIn, orgRole } as CurrentUserDTO);

it.each(['Editor', 'Viewer', ''])('offers nothing to role "%s"', (role) => {
  asUser(role);
  expect(offered()).toEqual([]);
});

it('offers nothing to anonymous access', () => {
  asUser('Admin', false);
  expect(offered()).toEqual([]);
});

it.each([[setUp], [undefined]])('offers both to an admin, with %j stored', (stored) => {
  asUser('Admin');
  expect(offered(stored)).toEqual(['Private endpoints', 'New private endpoint']);
});

it.each([[null], [{}], [{ ...setUp, workspaceId: '' }]])('offers no new endpoint with %j stored', (stored) => {
  asUser('Admin');
  expect(offered(stored)).toEqual(['Private endpoints']);
});
