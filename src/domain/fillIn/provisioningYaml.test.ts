import fc from 'fast-check';
import { parse } from 'yaml';
import { redactAddress } from '../address/redact';
import { provisioningYaml } from './provisioningYaml';

it('writes the lines to paste', () => {
  expect(provisioningYaml({ uid: 'u1', name: 'Prom', type: 'prometheus' }, 'url', 'https://x:1')).toBe(
    'apiVersion: 1\ndatasources:\n  - name: "Prom"\n    type: "prometheus"\n    uid: "u1"\n    url: "https://x:1"\n'
  );
});

it('a real YAML parser reads every value back, after Grafana turned $$ into $', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, value) => {
      const text = provisioningYaml({ uid: 'u', name, type: 't' }, 'jsonData.host', value, 'host');
      expect(text.replaceAll('$$', '')).not.toContain('$');
      expect(parse(text.replaceAll('$$', '$'))).toEqual({
        apiVersion: 1,
        datasources: [{ name, type: 't', uid: 'u', jsonData: { host: redactAddress(value, 'host') } }],
      });
    })
  );
});

it.each([
  ['url', 'url', 'https://kim:hunter2@h:1/x', 'https://kim:***@h:1/x'],
  ['url', 'url', 'https://h:1/x?token=hunter2&a=b', 'https://h:1/x?token=***&a=b'],
  ['url', 'mssql', 'h:1433;Password=hunter2;app=x', 'h:1433;Password=***;app=x'],
  [
    'jsonData.connection',
    'connectionString',
    'mongodb://kim:hunter2@h:1/db?ssl=true',
    'mongodb://kim:***@h:1/db?ssl=true',
  ],
] as const)('hides the secret of %s as %s: %s', (field, shape, address, shown) => {
  const text = provisioningYaml({ uid: 'u', name: 'n', type: 't' }, field, address, shape);
  expect(text).not.toContain('hunter2');
  expect(text.split('\n')[0]).toBe('# A secret is hidden here. Keep that part as it is in the file.');
  expect(text).toContain(`: ${JSON.stringify(shown)}\n`);
});
