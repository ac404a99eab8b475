import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { oddCasing, withNulls } from './distort';
import { type Fault, type FaultEffect } from './faults';

type Answer = () => Promise<Response>;

export interface Connection {
  outgoing: ServerResponse;
  /** Resets the TCP connection. */
  cut(): void;
}

/** The answer with the fault in it; undefined when the fault has dealt with the connection itself. */
export async function applyFault(fault: Fault, answer: Answer, connection: Connection): Promise<Response | undefined> {
  const { effect } = fault;
  const early = fault.when === 'after' ? await answer() : undefined;
  switch (effect.kind) {
    case 'delay':
      await sleepWhileConnected(effect.milliseconds, connection.outgoing);
      // Who has gone doesn't get the request through late: a test's next step must not meet it.
      return connection.outgoing.destroyed ? undefined : (early ?? answer());
    case 'reset':
      connection.cut();
      return undefined;
    case 'status':
      return statusAnswer(effect);
    case 'truncated':
      return truncate(early ?? (await answer()), connection.outgoing);
    default: {
      const response = early ?? (await answer());
      const headers = new Headers(response.headers);
      headers.delete('content-length');
      return new Response(distorted(effect, await response.text()), { status: response.status, headers });
    }
  }
}

async function sleepWhileConnected(milliseconds: number, outgoing: ServerResponse): Promise<void> {
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  await sleep(milliseconds, undefined, { signal: gone.signal }).catch(() => undefined);
}

function statusAnswer({ status, headers, body }: FaultEffect & { kind: 'status' }): Response {
  const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  return new Response([204, 304].includes(status) ? null : text, {
    status,
    headers: { 'content-type': type, ...headers },
  });
}

function distorted(effect: FaultEffect, text: string): string {
  switch (effect.kind) {
    case 'brokenJson':
      return `${text.slice(0, Math.max(1, Math.floor(text.length / 2)))}<<<`;
    case 'nulls':
      return JSON.stringify(withNulls(JSON.parse(text)));
    case 'oddCasing':
      return JSON.stringify(oddCasing(JSON.parse(text)));
    case 'huge':
      return JSON.stringify({ value: [], padding: 'x'.repeat(effect.bytes) });
    default:
      return text;
  }
}

/** Promises the whole body, sends half of it and cuts the connection. */
async function truncate(response: Response, outgoing: ServerResponse): Promise<undefined> {
  const body = Buffer.from(await response.text());
  const type = response.headers.get('content-type') ?? 'application/json';
  outgoing.writeHead(response.status, { 'content-type': type, 'content-length': body.length });
  outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.socket?.destroy());
}
