import { mergeSettings } from './mergeSettings';

it('keeps what a newer version stored, in the credentials too', () => {
  const stored = {
    theirs: 1,
    place: 'local',
    azureCredentials: { authType: 'msi', clientId: 'old', certificateFormat: 'pem', newer: 2 },
    schemaVersion: 7,
  };
  expect(mergeSettings(stored, { place: 'remote', azureCredentials: { authType: 'workloadidentity' } })).toEqual({
    theirs: 1,
    place: 'remote',
    azureCredentials: { authType: 'workloadidentity', newer: 2 },
    schemaVersion: 7,
  });
  expect(mergeSettings(stored, { workspaceId: 'w' })).toEqual({ ...stored, workspaceId: 'w' });
});

it.each([undefined, null, 'msi', ['msi']])('begins where the credentials are %j', (azureCredentials) => {
  expect(mergeSettings({ azureCredentials, schemaVersion: '7' }, { azureCredentials: { authType: 'msi' } })).toEqual({
    azureCredentials: { authType: 'msi' },
    schemaVersion: 1,
  });
});

it('raises an older shape to its own', () => {
  expect(mergeSettings({ schemaVersion: 0 }, {})).toEqual({ schemaVersion: 1 });
});
