import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { demo, demoWorkspaceId } from '../azure/demo';
import { type AzureStandIn, startAzure } from '../azure/startAzure';
import { armToken } from '../azure/testing/azureClients';
import { controlOf } from '../azure/testing/control';
import { rawRequest } from '../azure/testing/rawRequest';
import { type BenchWorkspace, followed, monitored, workspaces } from './workspaces';

/** Stands in the answers for Resource Manager's origin (upstream/answers.go). */
const recordedOrigin = 'https://recorded.invalid';
const apiVersion = 'api-version=2025-08-01';
const pageSize = 100;

/** The addresses of the pages of a workspace's list, as path and query. */
export function listPages({ id, size }: BenchWorkspace): string[] {
  const list = `${id}/managedPrivateEndpoints`;
  return Array.from({ length: Math.ceil(size / pageSize) }, (_, page) =>
    page === 0 ? `${list}?${apiVersion}` : `${list}?%24skiptoken=page-${page}&${apiVersion}`
  );
}

/**
 * Records what Resource Manager answers for each workspace of the benchmark, from the stand-in's large one: pages of a hundred
 * endpoints with next links. Returns the file, which holds the answers by path and query.
 */
export async function recordAnswers(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const azure = await startAzure({ directory: folder });
  try {
    const large = demoWorkspaceId(demo.workspaces.large);
    await controlOf(azure).turn({ pageSize: 1000 });
    const token = await armToken(azure);
    const workspace = await read(azure, token, `${large}?${apiVersion}`);
    const { value } = await read(azure, token, `${large}/managedPrivateEndpoints?${apiVersion}`);
    const file = path.join(folder, 'answers.json');
    await writeFile(file, JSON.stringify(answersOf(workspace, Array.isArray(value) ? value : [], large)));
    return file;
  } finally {
    await azure.close();
  }
}

async function read(azure: AzureStandIn, token: string, pathAndQuery: string): Promise<Record<string, unknown>> {
  const url = azure.urls.resourceManager + pathAndQuery;
  const { status, text } = await rawRequest(azure, url, { headers: { authorization: `Bearer ${token}` } });
  if (status !== 200) {
    throw new Error(`The stand-in answered ${status} to ${url}: ${text}`);
  }
  return JSON.parse(text) as Record<string, unknown>;
}

function answersOf(workspace: unknown, endpoints: unknown[], large: string): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const bench of [...Object.values(workspaces), ...monitored]) {
    const { id, size } = bench;
    const renamed = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer).replaceAll(large, id));
    answers[`${id}?${apiVersion}`] = renamed(workspace);
    const pages = listPages(bench);
    pages.forEach((address, page) => {
      const next = pages[page + 1];
      answers[address] = {
        value: renamed(endpoints.slice(page * pageSize, Math.min((page + 1) * pageSize, size))),
        ...(next && { nextLink: recordedOrigin + next }),
      };
    });
  }
  return Object.assign(answers, ...followed.map(waitingAnswers)) as Record<string, unknown>;
}

/** The answers for a workspace with one request that waits, and for its target, which is named after the workspace. */
function waitingAnswers({ id }: BenchWorkspace): Record<string, unknown> {
  const target = id.replace('Microsoft.Dashboard/grafana', 'Microsoft.Network/privateLinkServices');
  const message = 'For the benchmark. MPE-7K3M-X9QT';
  const endpoint = {
    name: 'waiting',
    properties: {
      provisioningState: 'Succeeded',
      privateLinkResourceId: target,
      requestMessage: message,
      connectionState: { status: 'Pending' },
    },
  };
  const connectionState = { status: 'Pending', description: message };
  return {
    [`${id}/managedPrivateEndpoints?${apiVersion}`]: { value: [endpoint] },
    [`${target}/privateEndpointConnections?api-version=2025-01-01`]: {
      value: [{ id: 'waiting', properties: { privateLinkServiceConnectionState: connectionState } }],
    },
  };
}
