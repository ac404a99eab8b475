import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The part of a built plugin.json that the preview looks at; the rest is passed on as it is. */
export interface PluginManifest {
  id: string;
  type: string;
  name: string;
  backend?: boolean;
  executable?: string;
  info: { version: string; description?: string; logos: { small: string; large: string }; [key: string]: unknown };
  includes?: Array<{
    type: string;
    name: string;
    path?: string;
    /** Of a dashboard. */
    uid?: string;
    role?: string;
    addToNav?: boolean;
    defaultNav?: boolean;
    icon?: string;
  }>;
  extensions?: Record<string, unknown>;
  dependencies?: Record<string, unknown>;
}

/** @throws Error when the plugin isn't built. */
export async function readManifest(distDir: string): Promise<PluginManifest> {
  const file = path.join(distDir, 'plugin.json');
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`The plugin isn't built: ${file} can't be read. Run "npm run build".`, { cause: error });
  }
}

/** The backend's file for this machine, named as Grafana looks for it: <executable>_<goos>_<goarch>[.exe]. */
export function backendBinary(distDir: string, executable: string): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  return path.join(distDir, `${executable}_${os}_${arch}${os === 'windows' ? '.exe' : ''}`);
}
