/** One system that Grafana runs on, in Go's words. */
export interface Platform {
  goos: string;
  goarch: string;
}

/** The systems that Grafana is released for, and so every release of this plugin, too. */
export const platforms: readonly Platform[] = [
  { goos: 'linux', goarch: 'amd64' },
  { goos: 'linux', goarch: 'arm64' },
  { goos: 'linux', goarch: 'arm' },
  { goos: 'darwin', goarch: 'amd64' },
  { goos: 'darwin', goarch: 'arm64' },
  { goos: 'windows', goarch: 'amd64' },
];

/** What Grafana looks for on a platform: `<executable>_<goos>_<goarch>[.exe]`. */
export function binaryName(executable: string, { goos, goarch }: Platform): string {
  return `${executable}_${goos}_${goarch}${goos === 'windows' ? '.exe' : ''}`;
}
