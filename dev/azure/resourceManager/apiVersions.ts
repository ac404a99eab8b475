import { createMiddleware } from 'hono/factory';
import { ArmError, missingApiVersion, unsupportedApiVersion } from './errors';
import { apiVersionOf } from './paging';

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
] as const;

/** Azure wants a version on every request, of the form 2025-08-01 or 2025-08-01-preview. */
export const requireApiVersion = createMiddleware(async (c, next) => {
  const url = new URL(c.req.url);
  const version = apiVersionOf(url);
  if (!version) {
    throw missingApiVersion();
  }
  if (!/^\d{4}-\d{2}-\d{2}(-preview)?$/.test(version)) {
    throw new ArmError(400, 'InvalidApiVersionParameter', `The api-version '${version}' is invalid.`);
  }
  const isDashboard = /\/providers\/microsoft\.dashboard\/grafana(\/|$)/i.test(url.pathname);
  const isExtension = /\/providers\/microsoft\.authorization\//i.test(url.pathname);
  if (isDashboard && !isExtension && !dashboardVersions.some((known) => known === version)) {
    throw unsupportedApiVersion('grafana', version, dashboardVersions);
  }
  await next();
});
