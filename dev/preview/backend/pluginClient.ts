import { type ClientReadableStream, type ServiceError, credentials, makeGenericClientConstructor } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import path from 'node:path';

import { type PluginContext } from './pluginContext';

/** A resource call as the plugin protocol carries it. */
interface ResourceRequest {
  pluginContext: PluginContext;
  /** What follows /resources/, without the query. */
  path: string;
  method: string;
  /** Path and query. */
  url: string;
  headers: Record<string, { values: string[] }>;
  body: Uint8Array;
}

/** One part of the answer; status and headers come with the first only. */
export interface ResourceResponse {
  code: number;
  headers: Record<string, { values: string[] }>;
  body: Uint8Array;
}

interface HealthResponse {
  status: 'UNKNOWN' | 'OK' | 'ERROR';
  message: string;
  /** JSON, may be empty. */
  jsonDetails: Uint8Array;
}

/** A query as the plugin protocol carries it; times are in milliseconds since 1970. */
interface DataQuery {
  refId: string;
  timeRange: { fromEpochMS: number; toEpochMS: number };
  /** JSON */
  json: Uint8Array;
}

interface DataResponse {
  /** JSON, one for each frame. */
  frames: Uint8Array[];
  error: string;
  status: number;
  errorSource: string;
}

/** A connection to a running backend. */
export interface PluginClient {
  /** @throws ServiceError when the backend can't be reached or dies meanwhile. */
  callResource(request: ResourceRequest, signal?: AbortSignal): AsyncIterable<ResourceResponse>;
  /** @throws ServiceError */
  checkHealth(pluginContext: PluginContext): Promise<HealthResponse>;
  /** Answers by refId. @throws ServiceError */
  queryData(pluginContext: PluginContext, queries: DataQuery[]): Promise<Record<string, DataResponse>>;
  close(): void;
}

const definition = loadSync(path.join(__dirname, 'plugin.proto'), {
  keepCase: true,
  longs: Number,
  enums: String,
  defaults: true,
});

function methodsOf(service: string) {
  const methods = definition[service];
  if (!methods || 'format' in methods) {
    throw new Error(`plugin.proto has no service ${service}`);
  }
  return methods;
}

const Client = makeGenericClientConstructor(
  { ...methodsOf('pluginv2.Resource'), ...methodsOf('pluginv2.Diagnostics'), ...methodsOf('pluginv2.Data') },
  'Plugin'
);

/** Connects to the address of a handshake. Like Grafana, it puts no limit on the size of answers. */
export function connectPlugin(address: string): PluginClient {
  const client = new Client(address, credentials.createInsecure(), {
    'grpc.max_receive_message_length': -1,
    'grpc.max_send_message_length': -1,
  });
  return {
    callResource(request, signal) {
      const stream: ClientReadableStream<ResourceResponse> = client.CallResource?.(request);
      signal?.addEventListener('abort', () => stream.cancel(), { once: true });
      return stream;
    },
    checkHealth: (pluginContext) =>
      new Promise((resolve, reject) => {
        client.CheckHealth?.({ pluginContext, headers: {} }, (error: ServiceError | null, answer: HealthResponse) =>
          error ? reject(error) : resolve(answer)
        );
      }),
    queryData: (pluginContext, queries) =>
      new Promise((resolve, reject) => {
        const request = { pluginContext, headers: {}, queries, format: 'JSON' };
        type Answer = { responses: Record<string, DataResponse> };
        client.QueryData?.(request, (error: ServiceError | null, answer: Answer) =>
          error ? reject(error) : resolve(answer.responses)
        );
      }),
    close: () => client.close(),
  };
}
