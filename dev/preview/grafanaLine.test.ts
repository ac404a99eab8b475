import { readFileSync } from 'node:fs';
import path from 'node:path';

import { root } from '../tasks/paths';
import { lineFolders } from './grafanaLine';

function versionOf(folder: string): string {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
  return dependencies['@grafana/ui'];
}

it('tests the oldest Grafana that plugin.json allows', () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'src/plugin.json'), 'utf8'));
  expect(dependencies.grafanaDependency).toBe(`>=${versionOf(lineFolders.floor)}`);
});

it('has all packages of a line in one version', () => {
  for (const folder of Object.values(lineFolders)) {
    const { dependencies } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const versions = Object.keys(dependencies).filter((name) => name.startsWith('@grafana/'));
    expect(new Set(versions.map((name) => dependencies[name]))).toEqual(new Set([versionOf(folder)]));
  }
});
