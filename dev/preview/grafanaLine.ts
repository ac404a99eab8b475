import { readFileSync } from 'node:fs';
import path from 'node:path';

import { root } from '../tasks/paths';

/** The Grafana whose packages the preview runs: the oldest that is allowed, the one we build with, or the newest. */
export const lineNames = ['floor', '12', '13'] as const;
export type GrafanaLineName = (typeof lineNames)[number];

export interface GrafanaLine {
  name: GrafanaLineName;
  /** Version of @grafana/ui, which the preview gives as its own. */
  version: string;
  /** Folder whose node_modules holds that line. */
  folder: string;
}

/** Where a line's packages are, from the root; '' for our own. */
export const lineFolders: Record<GrafanaLineName, string> = {
  floor: 'dev/grafana-floor',
  '12': '',
  '13': 'dev/grafana-13',
};

/** @throws Error when that line isn't installed. */
export function grafanaLine(name: GrafanaLineName): GrafanaLine {
  const folder = path.join(root, lineFolders[name]);
  try {
    const { version } = JSON.parse(readFileSync(path.join(folder, 'node_modules/@grafana/ui/package.json'), 'utf8'));
    return { name, version, folder };
  } catch (error) {
    throw new Error(`Grafana ${name} isn't installed. Run "npm ci" in ${folder}.`, { cause: error });
  }
}
