import { type Context } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';

/** How long a browser may keep a file: for ever when its name holds a hash of its content. */
export type Caching = 'immutable' | 'revalidate';

/**
 * Sends a file below `folder`, or undefined when it isn't there, lies outside, or is of no type that browsers know
 * (the backend's binaries, for one).
 */
export async function serveFile(
  c: Context,
  folder: string,
  name: string,
  caching: Caching = 'revalidate'
): Promise<Response | undefined> {
  const file = path.resolve(folder, `./${name}`);
  const type = getMimeType(file) ?? (file.endsWith('.map') ? 'application/json' : undefined);
  if (!file.startsWith(path.resolve(folder) + path.sep) || !type) {
    return undefined;
  }
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) {
    return undefined;
  }
  const tag = `"${found.size.toString(16)}-${Math.floor(found.mtimeMs).toString(16)}"`;
  const headers = {
    'Content-Type': type,
    'Cache-Control': caching === 'immutable' ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: tag,
  };
  if (c.req.header('If-None-Match') === tag) {
    return new Response(null, { status: 304, headers });
  }
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream;
  return new Response(body, { headers: { ...headers, 'Content-Length': String(found.size) } });
}
