import { AppPlugin, type CurrentUserDTO, type PluginExtensionEventHelpers, PluginExtensionPoints } from '@grafana/data';
import { config, locationService } from '@grafana/runtime';

import { PLUGIN_ID } from '../constants';
import manifest from '../plugin.json';
import { addPaletteLinks } from './paletteLinks';

const helpers: PluginExtensionEventHelpers = {
  extensionPointId: PluginExtensionPoints.CommandPalette,
  openModal: () => undefined,
  openSidebar: () => undefined,
  closeSidebar: () => undefined,
  toggleSidebar: () => undefined,
};
const links = () => addPaletteLinks(new AppPlugin()).addedLinkConfigs;
const offered = () => links().filter(({ configure }) => configure?.({}) !== undefined);

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

it('offers both to an admin', () => {
  asUser('Admin');
  expect(offered()).toHaveLength(2);
});
