import { type APIRequestContext, expect } from '@playwright/test';

/** A data source as Grafana's API tells it. */
export interface StoredDataSource extends Record<string, unknown> {
  url: string;
  version: number;
  jsonData: Record<string, unknown>;
}

/** The data sources of a Grafana, past the plugin: what is really stored there, and what someone else does to it. */
export class GrafanaDataSources {
  /** @param request leads to that Grafana, signed in */
  constructor(private readonly request: APIRequestContext) {}

  async read(uid: string): Promise<StoredDataSource> {
    const answer = await this.request.get(`/api/datasources/uid/${uid}`);
    expect(answer.status()).toBe(200);
    return (await answer.json()) as StoredDataSource;
  }

  async change(uid: string, change: Partial<StoredDataSource>): Promise<void> {
    const answer = await this.request.put(`/api/datasources/uid/${uid}`, {
      data: { ...(await this.read(uid)), ...change },
    });
    expect(answer.status()).toBe(200);
  }

  async create(dataSource: object): Promise<void> {
    const answer = await this.request.post('/api/datasources', { data: dataSource });
    expect(answer.status()).toBe(200);
  }

  async remove(uid: string): Promise<void> {
    expect((await this.request.delete(`/api/datasources/uid/${uid}`)).status()).toBe(200);
  }

  /** What its own health check says: 200 where it is good, and the text. */
  async health(uid: string): Promise<{ status: number; message: string }> {
    const answer = await this.request.get(`/api/datasources/uid/${uid}/health`, {
      headers: { 'X-Grafana-NoCache': 'true' },
    });
    return { status: answer.status(), message: ((await answer.json()) as { message: string }).message };
  }
}
