import { readFileSync } from 'node:fs';
import path from 'node:path';

import { root } from '../tasks/paths';

/** The Grafana whose packages the preview runs: the default, or 13 from dev/grafana-13. */
export type GrafanaLineName = '12' | '13';

export interface GrafanaLine {
  name: GrafanaLineName;
  /** Version of @grafana/ui, which the preview gives as its own. */
  version: string;
  /** Folder whose node_modules holds that line. */
  folder: string;
}

const folders: Record<GrafanaLineName, string> = {
  '12': root,
  '13': path.join(root, 'dev', 'grafana-13'),
};

/** @throws Error when that line isn't installed. */
export function grafanaLine(name: GrafanaLineName): GrafanaLine {
  const folder = folders[name];
  try {
    const { version } = JSON.parse(readFileSync(path.join(folder, 'node_modules/@grafana/ui/package.json'), 'utf8'));
    return { name, version, folder };
  } catch (error) {
    throw new Error(`Grafana ${name} isn't installed. Run "npm ci" in ${folder}.`, { cause: error });
  }
}
