import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mergeSettings } from '../../domain/settings/mergeSettings';
import { readSettings, SCHEMA_VERSION, setByNewer, unreadableSettings } from '../../domain/settings/readSettings';
import { type StoredSettings } from '../../domain/settings/settings';
import { formProblems } from './formProblems';
import { type FormValues, toChange, toFormValues } from '../../components/signIn/formValues';

interface Example {
  name: string;
  jsonData: Record<string, unknown>;
  secrets: string[];
  unreadable?: string[];
}

/** What a version stored, from testdata/settings; Go reads the same files. */
function examples(folder: string): Example[] {
  const place = path.join(__dirname, '../../../testdata/settings', folder);
  return readdirSync(place).map((name) => {
    const example = JSON.parse(readFileSync(path.join(place, name), 'utf8')) as Omit<Example, 'name'>;
    return { ...example, name };
  });
}

function storedOf({ jsonData, secrets }: Example): StoredSettings {
  return {
    enabled: true,
    pinned: true,
    jsonData: readSettings(jsonData),
    unreadable: unreadableSettings(jsonData),
    newer: setByNewer(jsonData),
    exposed: [],
    secretsSet: Object.fromEntries(secrets.map((key) => [key, true])),
  };
}

/** What is stored after an admin opened the page, changed some fields or none, and saved. */
function saved(example: Example, change: Partial<FormValues> = {}) {
  const stored = storedOf(example);
  const values = { ...toFormValues(stored, 'msi', 'AzureCloud'), ...change };
  expect(formProblems(values, stored.secretsSet)).toEqual({});
  const { jsonData, secrets } = toChange(values, stored);
  expect(secrets).toEqual({});
  return mergeSettings(example.jsonData, jsonData);
}

const defaults = { place: 'auto', automaticRefresh: 'decided' };

describe('settings of version 0.1.0', () => {
  it.each(examples('0.1.0'))('$name: all is read, and a save adds the schema version alone', (example) => {
    expect(unreadableSettings(example.jsonData)).toEqual([]);
    expect(setByNewer(example.jsonData)).toBe(false);
    expect(saved(example)).toEqual({ ...defaults, ...example.jsonData, schemaVersion: SCHEMA_VERSION });
  });
});

describe('settings of a newer version', () => {
  const newer = examples('newer');

  it.each(newer)('$name: a save without a change changes nothing', (example) => {
    expect(setByNewer(example.jsonData)).toBe(true);
    expect(unreadableSettings(example.jsonData).sort()).toEqual([...(example.unreadable ?? [])].sort());
    expect(saved(example, { removeUnused: true })).toEqual(example.jsonData);
  });

  it('lose only what was chosen anew', () => {
    const example = newer.find(({ name }) => name === 'new-method.json')!;
    expect(saved(example, { authType: 'msi', tenantId: '', clientId: '' })).toEqual({
      ...example.jsonData,
      azureCredentials: { authType: 'msi', azureCloud: 'AzureCloud', audience: 'api://example' },
    });
  });

  it('keep choices that this version does not know until another is made', () => {
    const example = newer.find(({ name }) => name === 'new-choices.json')!;
    expect(saved(example, { place: 'local' })).toEqual({ ...example.jsonData, place: 'local' });
  });

  it('keep what stands where approving is switched on or off, until that is done', () => {
    const example = newer.find(({ name }) => name === 'new-choices.json')!;
    expect(saved(example, { approveRequests: true })).toEqual({ ...example.jsonData, approveRequests: true });
  });
});

it('approving is stored only where it is switched', () => {
  const off = examples('0.1.0').find(({ name }) => name === 'client-secret.json')!;
  const on = examples('0.1.0').find(({ name }) => name === 'approve-requests.json')!;
  expect(saved(off)).not.toHaveProperty('approveRequests');
  expect(saved(off, { approveRequests: true })).toHaveProperty('approveRequests', true);
  expect(saved(on)).toHaveProperty('approveRequests', true);
  expect(saved(on, { approveRequests: false })).toHaveProperty('approveRequests', false);
});
