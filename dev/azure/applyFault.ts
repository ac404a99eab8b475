import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Fault, type FaultEffect } from './faults';
import { oddCasing, withNulls } from './distort';

type Answer = () => Promise<Response>;

export interface Connection {
  outgoing: ServerResponse;
  /** Resets the TCP connection. */
  cut(): void;
}

/** The answer with the fault in it; undefined when the fault has dealt with the connection itself. */
export async function applyFault(fault: Fault, answer: Answer, connection: Connection): Promise<Response | undefined> {
  const { effect } = fault;
  if (effect.kind === 'delay') {
    const early = fault.when === 'after' ? await answer() : undefined;
    await sleepWhileConnected(effect.milliseconds, connection.outgoing);
    // Who has gone doesn't get the request through late: a test's next step must not meet it.
    return connection.outgoing.destroyed ? undefined : (early ?? answer());
  }
  if (effect.kind === 'reset') {
    if (fault.when === 'after') {
      await answer();
    }
    connection.cut();
    return undefined;
  }
  if (effect.kind === 'status') {
    if (fault.when === 'after') {
      await answer();
    }
    return statusAnswer(effect);
  }
  const response = await answer();
  if (effect.kind === 'truncated') {
    return truncate(await response.text(), response, connection.outgoing);
  }
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(distorted(effect, text), { status: response.status, headers });
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
function truncate(text: string, response: Response, outgoing: ServerResponse): undefined {
  const body = Buffer.from(text);
  const type = response.headers.get('content-type') ?? 'application/json';
  outgoing.writeHead(response.status, { 'content-type': type, 'content-length': body.length });
  outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.socket?.destroy());
  return undefined;
}
