import fc from 'fast-check';
import { parse } from 'yaml';
import { provisioningYaml } from './provisioningYaml';

it('writes the lines to paste', () => {
  expect(provisioningYaml({ uid: 'u1', name: 'Prom', type: 'prometheus' }, 'url', 'https://x:1')).toBe(
    'apiVersion: 1\ndatasources:\n  - name: "Prom"\n    type: "prometheus"\n    uid: "u1"\n    url: "https://x:1"\n'
  );
});

it('a real YAML parser reads every value back, after Grafana turned $$ into $', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, value) => {
      const text = provisioningYaml({ uid: 'u', name, type: 't' }, 'jsonData.host', value);
      expect(text.replaceAll('$$', '')).not.toContain('$');
      expect(parse(text.replaceAll('$$', '$'))).toEqual({
        apiVersion: 1,
        datasources: [{ name, type: 't', uid: 'u', jsonData: { host: value } }],
      });
    })
  );
});
