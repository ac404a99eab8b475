/** Who asks: an org admin, a viewer, or somebody whose credentials are wrong. */
export type Asker = 'admin' | 'viewer' | 'stranger';

export interface Asked {
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  text: string;
}

/** A Grafana that the cases of `dataSourceCases.ts` are tried on. */
export interface GrafanaUnderTest {
  ask(who: Asker, method: string, path: string, asked?: Asked): Promise<Answer>;
  /** What a data source needs for its health to be good there. */
  answering: { type: string; url: string };
  close(): Promise<void>;
}
