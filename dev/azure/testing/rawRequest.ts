import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { type IncomingHttpHeaders } from 'node:http';
import { type AzureStandIn } from '../startAzure';

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

interface RawOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** One https request that trusts the stand-in's authority and does nothing else: no retry, no redirect. */
export function rawRequest(
  { caFile }: Pick<AzureStandIn, 'caFile'>,
  url: string,
  options: RawOptions = {}
): Promise<RawAnswer> {
  const { method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, ca: readFileSync(caFile), agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(chunks).toString(),
        })
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
