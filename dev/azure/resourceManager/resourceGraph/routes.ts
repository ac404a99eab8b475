import { type Hono } from 'hono';
import { z } from 'zod';
import { type Context } from '../../context';
import { mayAct, type Identity } from '../../identities';
import { type Json, type JsonObject } from '../../state';
import { targetJson } from '../../targets/json';
import { endpointJson, workspaceJson } from '../json';
import { readBody } from '../requests';
import { type ArmEnv } from '../signedIn';
import { QueryError, type Row, runQuery } from './query';

const bodySchema = z.object({
  subscriptions: z.array(z.string()).default([]),
  query: z.string().min(1),
  options: z
    .object({
      $top: z.number().int().min(1).max(1000).nullish(),
      $skip: z.number().int().min(0).nullish(),
      $skipToken: z.string().nullish(),
      resultFormat: z.string().nullish(),
    })
    .nullish(),
});

/** Resource Graph: `POST /providers/Microsoft.ResourceGraph/resources`, answered as an array of objects. */
export function resourceGraphRoutes(app: Hono<ArmEnv>, context: Context): void {
  app.post('/providers/microsoft.resourcegraph/resources', async (c) => {
    const { subscriptions, query, options } = await readBody(c.req, bodySchema);
    try {
      const rows = runQuery(query, resourceRows(context, c.get('identity'), subscriptions));
      c.header('x-ms-user-quota-remaining', '14');
      c.header('x-ms-user-quota-resets-after', '00:00:05');
      return c.json(answer(rows, options ?? {}));
    } catch (error) {
      if (error instanceof QueryError) {
        return c.json(invalidQuery(error), 400);
      }
      throw error;
    }
  });
}

type Options = NonNullable<z.infer<typeof bodySchema>['options']>;

/** The next page's token stands for where it starts. */
function answer(rows: unknown[], { $top, $skip, $skipToken }: Options) {
  const start = $skipToken ? Number(Buffer.from($skipToken, 'base64url').toString()) : ($skip ?? 0);
  const end = start + ($top ?? 1000);
  const data = rows.slice(start, end);
  return {
    totalRecords: rows.length,
    count: data.length,
    data,
    facets: [],
    // Azure writes this boolean as text.
    resultTruncated: 'false',
    ...(end < rows.length && { $skipToken: Buffer.from(String(end)).toString('base64url') }),
  };
}

function invalidQuery({ message }: QueryError) {
  return {
    error: {
      code: 'BadRequest',
      message: 'Please provide below info when asking for support: timestamp, correlationId.',
      details: [
        {
          code: 'InvalidQuery',
          message:
            'Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.',
        },
        { code: 'ParserFailure', message },
      ],
    },
  };
}

/** The table `resources` as this caller sees it: what it may not read is just missing. */
function resourceRows(context: Context, identity: Identity, subscriptions: string[]): Row[] {
  const { world } = context;
  const all = world.subscriptions.map(({ id }) => id);
  const wanted = new Set((subscriptions.length > 0 ? subscriptions : all).map((id) => id.toLowerCase()));
  const resources: JsonObject[] = [
    ...world.workspaces.map((workspace) => workspaceJson(context, workspace)),
    ...world.workspaces.flatMap((workspace) =>
      [...workspace.endpoints.values()].map((endpoint) => endpointJson(context, workspace, endpoint))
    ),
    ...[...world.targets.values()].map(targetJson),
  ];
  return resources
    .map((resource) => row(resource, world.tenantId))
    .filter(({ subscriptionId }) => wanted.has(String(subscriptionId)))
    .filter(({ id, type }) => mayAct(identity, `${String(type)}/read`, String(id)));
}

/** Types and resource groups are in lower case there; what a resource lacks is null, kind is empty. */
function row(resource: JsonObject, tenantId: string): Row {
  const id = String(resource['id']);
  const [, , subscriptionId = '', , resourceGroup = ''] = id.split('/');
  const column = (name: string): Json => resource[name] ?? null;
  return {
    id,
    name: column('name'),
    type: String(resource['type']).toLowerCase(),
    tenantId,
    kind: resource['kind'] ?? '',
    location: column('location'),
    resourceGroup: resourceGroup.toLowerCase(),
    subscriptionId: subscriptionId.toLowerCase(),
    managedBy: '',
    sku: column('sku'),
    plan: null,
    properties: column('properties'),
    tags: column('tags'),
    identity: column('identity'),
  };
}
