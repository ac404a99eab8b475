import { clientSecretSettings, demoWorkspaceId } from '../azure/demo';

/** A workspace that exists for the benchmark alone. */
export interface BenchWorkspace {
  id: string;
  /** How many endpoints it has. */
  size: number;
}

const workspace = (size: number, suffix = ''): BenchWorkspace => ({
  id: demoWorkspaceId(`bench-${size}${suffix}`),
  size,
});

export const workspaces = {
  few: workspace(10),
  onePage: workspace(50),
  hundred: workspace(100),
  thousand: workspace(1000),
  /** Answers for workspaces with this ending come later (upstream/answers.go). */
  distant: workspace(100, '-distant'),
};

/** One request waits in each; they differ in how many tabs follow it. */
export const followed = [1, 50].map((tabs) => ({ ...workspace(1, `-followed-by-${tabs}`), tabs }));

/** What one data source reads, for its dashboards and alert rules. */
export const monitored = Array.from({ length: 10 }, (_, index) => workspace(100, `-monitored-${index}`));

/** What the app stores for a workspace, and its secrets. */
export const appSettings = ({ id }: BenchWorkspace) => clientSecretSettings(id);
