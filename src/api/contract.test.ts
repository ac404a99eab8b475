import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import {
  accessAnswer,
  dataSourceAnswer,
  dataSourceHealthAnswer,
  dataSourcesAnswer,
  dependentsAnswer,
} from './remoteDataSources';
import { activityAnswer } from './activity';
import { approvalAnswer } from './approval';
import { endpointAnswer, endpointsAnswer } from './endpoints';
import { failureSchema } from './errors';
import { followAnswer, followedTarget } from './follow';
import { operationAnswer, writeAnswer } from './operations';
import { permissionsAnswer, targetAnswer, targetsAnswer } from './targets';
import { statesAnswer } from './states';
import { setupAnswer, signInAnswer, workspaceAnswer, workspacesAnswer } from './setup';

const folder = path.join(__dirname, '../../testdata/contract');

/** What the front end expects of each route's answer, by the file that the Go tests wrote. */
const schemas: Record<string, z.ZodMiniType> = {
  'activity.json': activityAnswer,
  'approval.json': approvalAnswer,
  'connection.json': followedTarget,
  'datasource.json': dataSourceAnswer,
  'datasource-create.json': dataSourceAnswer,
  'datasource-fill.json': dataSourceAnswer,
  'datasource-health.json': dataSourceHealthAnswer,
  'datasource-undo.json': dataSourceAnswer,
  'datasources.json': dataSourcesAnswer,
  'dependents.json': dependentsAnswer,
  'endpoint.json': endpointAnswer,
  'endpoint-approve.json': writeAnswer,
  'endpoint-create.json': writeAnswer,
  'endpoint-update.json': writeAnswer,
  'endpoint-delete.json': writeAnswer,
  'endpoints.json': endpointsAnswer,
  'follow.json': followAnswer,
  'grafana-access.json': accessAnswer,
  'operation-canceled.json': operationAnswer,
  'operation-failed.json': operationAnswer,
  'operation-running.json': operationAnswer,
  'operation-succeeded.json': operationAnswer,
  'permissions.json': permissionsAnswer,
  'target.json': targetAnswer,
  'targets.json': targetsAnswer,
  'refresh.json': writeAnswer,
  'setup.json': setupAnswer,
  'setup-approve.json': setupAnswer,
  'states.json': statesAnswer,
  'authentication.json': signInAnswer,
  'workspace.json': workspaceAnswer,
  'workspaces.json': workspacesAnswer,
};

const golden = z.object({ status: z.number(), body: z.unknown() });
const read = (file: string) => golden.parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
const files = (sub: string) => readdirSync(path.join(folder, sub)).filter((file) => file.endsWith('.json'));

it.each(files('.'))('reads all of the answer in %s', (file) => {
  const { status, body } = read(file);
  const schema = schemas[file];
  expect(schema).toBeDefined();
  expect(status).toBeLessThan(300);
  // A schema drops what it does not know, so equality is the strict test.
  expect(schema?.parse(body)).toEqual(body);
});

it.each(files('errors'))('reads all of the failure in errors/%s', (file) => {
  const { status, body } = read(path.join('errors', file));
  expect(status).toBeGreaterThanOrEqual(400);
  expect(failureSchema.parse(body)).toEqual(body);
  expect(`${failureSchema.parse(body).code}.json`).toBe(file);
});

it.each(Object.keys(schemas))('finds the golden answer %s', (file) => {
  expect(files('.')).toContain(file);
});
