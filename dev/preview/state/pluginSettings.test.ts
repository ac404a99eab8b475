import { secureFields } from '../../grafana/json';
import { applyPluginSettings, noPluginSettings, parsePluginSettingsUpdate } from './pluginSettings';

const stored = {
  enabled: true,
  pinned: true,
  jsonData: { workspaceId: '/subscriptions/1', place: 'auto' },
  secureJsonData: { azureClientSecret: 'old', grafanaToken: 'token' },
  updated: 100,
};

describe('saving plugin settings', () => {
  it('switches the app off when `enabled` is left out', () => {
    const { enabled, pinned } = applyPluginSettings(stored, { jsonData: { a: 1 } }, 200);
    expect({ enabled, pinned }).toEqual({ enabled: false, pinned: false });
  });

  it('replaces jsonData as a whole', () => {
    const { jsonData } = applyPluginSettings(stored, { enabled: true, jsonData: { place: 'remote' } }, 200);
    expect(jsonData).toEqual({ place: 'remote' });
  });

  it.each([[undefined], [{}]])('keeps jsonData when %p is sent', (jsonData) => {
    expect(applyPluginSettings(stored, { enabled: true, jsonData }, 200).jsonData).toEqual(stored.jsonData);
  });

  it('merges secrets by key, a blank one too', () => {
    const { secureJsonData } = applyPluginSettings(stored, { secureJsonData: { azureClientSecret: '' } }, 200);
    expect(secureJsonData).toEqual({ azureClientSecret: '', grafanaToken: 'token' });
    expect(secureFields(secureJsonData)).toEqual({ grafanaToken: true });
  });

  it('gives two saves within a second the same time', () => {
    const first = applyPluginSettings(noPluginSettings, {}, 7500);
    expect(first.updated).toBe(7000);
    expect(applyPluginSettings(first, {}, 7999).updated).toBe(7000);
  });

  it('has no jsonData until some is sent', () => {
    expect(applyPluginSettings(noPluginSettings, { enabled: true }, 500).jsonData).toBeNull();
  });
});

describe('reading an update', () => {
  it.each([
    ['no object', []],
    ['a flag that is none', { enabled: 'yes' }],
    ['a secret that is no string', { secureJsonData: { key: 1 } }],
    ['jsonData that is no object', { jsonData: [] }],
  ])('refuses %s', (_what, body) => {
    expect(parsePluginSettingsUpdate(body)).toBeUndefined();
  });

  it('reads what Grafana reads', () => {
    expect(parsePluginSettingsUpdate({ enabled: true, jsonData: { a: 1 }, secureJsonData: { b: 'c' } })).toEqual({
      enabled: true,
      pinned: false,
      jsonData: { a: 1 },
      secureJsonData: { b: 'c' },
    });
  });
});
