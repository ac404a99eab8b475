import { createMiddleware } from 'hono/factory';
import { type z } from 'zod';
import { type Context } from '../context';
import { type JsonObject } from '../state';
import { ArmError, invalidSkipToken, missingApiVersion, unsupportedApiVersion } from './errors';

/** Versions of Microsoft.Dashboard that know managed private endpoints (azure-rest-api-specs, specification/dashboard). */
export const dashboardVersions = [
  '2022-10-01-preview',
  '2023-09-01',
  '2023-10-01-preview',
  '2024-10-01',
  '2024-11-01-preview',
  '2025-08-01',
  '2025-09-01-preview',
  '2025-11-01-preview',
];

/** Whether the provider of Grafana workspaces answers. */
export const isDashboard = (path: string): boolean => /\/providers\/microsoft\.dashboard\/grafana(\/|$)/i.test(path);

/** A workspace or one of its endpoints, not a list or an action. */
export const isDashboardResource = (path: string): boolean =>
  /\/providers\/microsoft\.dashboard\/grafana\/[^/]+(\/managedprivateendpoints\/[^/]+)?$/i.test(path);

/** Azure wants a version on every request, of the form 2025-08-01 or 2025-08-01-preview. */
export const requireApiVersion = createMiddleware(async (c, next) => {
  const { pathname } = new URL(c.req.url);
  const version = apiVersionOf(c.req.url);
  if (!version) {
    throw missingApiVersion();
  }
  if (!/^\d{4}-\d{2}-\d{2}(-preview)?$/.test(version)) {
    throw new ArmError(400, 'InvalidApiVersionParameter', `The api-version '${version}' is invalid.`);
  }
  const isExtension = /\/providers\/microsoft\.authorization\//i.test(pathname);
  if (isDashboard(pathname) && !isExtension && !dashboardVersions.includes(version)) {
    throw unsupportedApiVersion('grafana', version, dashboardVersions);
  }
  await next();
});

export const apiVersionOf = (url: string): string => queryParameter(new URL(url), 'api-version') ?? '';

/** Query parameters' names have no case in Azure. */
const queryParameter = (url: URL, name: string): string | undefined =>
  [...url.searchParams].find(([key]) => key.toLowerCase() === name)?.[1];

/**
 * One page of a list, `{value, nextLink?}`. Azure leaves nextLink away when the list is complete.
 * The token is opaque to clients: they follow the link as it is.
 */
export function page<Item>(context: Context, requestUrl: string, items: Item[], json: (item: Item) => JsonObject) {
  const url = new URL(requestUrl);
  const start = startOf(url, items.length);
  const end = start + context.knobs.pageSize;
  const value = items.slice(start, end).map(json);
  if (end >= items.length) {
    return { value };
  }
  const next = new URL(url.pathname + url.search, context.urls.resourceManager);
  [...next.searchParams.keys()]
    .filter((name) => name.toLowerCase() === '$skiptoken')
    .forEach((name) => next.searchParams.delete(name));
  next.searchParams.set('$skiptoken', Buffer.from(`item:${end}`).toString('base64url'));
  return { value, nextLink: next.toString() };
}

function startOf(url: URL, length: number): number {
  const token = queryParameter(url, '$skiptoken');
  if (token === undefined) {
    return 0;
  }
  const start = Number(/^item:(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1] ?? NaN);
  if (!(start <= length)) {
    throw invalidSkipToken();
  }
  return start;
}

/** Reads a JSON body; throws Azure's 400 for what is none or does not fit. */
export async function readBody<Body>(request: { json(): Promise<unknown> }, schema: z.ZodType<Body>): Promise<Body> {
  const json = await request.json().catch(() => {
    throw new ArmError(400, 'InvalidRequestContent', 'The request content was invalid and could not be deserialized.');
  });
  const { success, data, error } = schema.safeParse(json);
  if (!success) {
    const [issue] = error.issues;
    const message = `The request content was invalid: '${issue?.path.join('.')}': ${issue?.message}.`;
    throw new ArmError(400, 'InvalidRequestContent', message);
  }
  return data;
}
