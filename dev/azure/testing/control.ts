import { type z } from 'zod';
import { type faultSchema } from '../faults';
import { type Knobs } from '../knobs';
import { type LoggedRequest } from '../requestLog';
import { type AzureStandIn } from '../startAzure';

/** The stand-in's control routes as a test calls them. Throws when a route refuses. */
export function controlOf(azure: AzureStandIn) {
  const call = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${azure.urls.control}${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    const answer = (await response.json()) as Answer;
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    }
    return answer;
  };
  return {
    reset: () => call('POST', '/reset'),
    fault: (fault: z.input<typeof faultSchema>) => call<{ id: number }>('POST', '/faults', fault),
    turn: (knobs: Partial<Knobs>) => call<Knobs>('PATCH', '/knobs', knobs),
    advance: (seconds: number) => call('POST', '/clock/advance', { seconds }),
    requests: (filter: Record<string, string> = {}) =>
      call<{ count: number; requests: LoggedRequest[] }>('GET', `/requests?${new URLSearchParams(filter).toString()}`),
    call,
  };
}
