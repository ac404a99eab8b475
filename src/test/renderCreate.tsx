import { screen } from '@testing-library/react';
import React from 'react';
import { Route, Routes } from 'react-router-dom';
import { type RightAnswer, type TargetAnswer } from '../api/targets';
import { APP_PATH } from '../constants';
import { type CreateDraft, emptyDraft } from '../domain/create/draft';
import { type FoundTarget } from '../domain/target';
import { sampleTargetId } from '../domain/testing/sampleEndpoint';
import { workspaceIdentity } from '../domain/workspace';
import { keep, storageKey } from '../data/browserStorage';
import { CreateFlow } from '../pages/Create/CreatePage';
import { demoWorkspace } from './fixtures';
import { answers } from './handlers';
import { render } from './render';
import { server } from './server';

export const BILLING_ID = sampleTargetId('Microsoft.Sql/servers', 'contoso-billing');
export const CODE = 'MPE-7K3M-X9QT';

/** A draft that is ready for its review. */
export const readyDraft: CreateDraft = {
  ...emptyDraft,
  kind: 'sqlServer',
  target: BILLING_ID,
  targetRegion: 'northeurope',
  subResource: 'sqlServer',
  name: 'billing',
  requestMessage: `Kim asks for access. ${CODE}`,
  tags: [{ name: 'team', value: 'finance' }],
};

export function foundTarget(name: string, fields: Partial<FoundTarget> = {}): FoundTarget {
  return {
    id: sampleTargetId('Microsoft.Sql/servers', name),
    name,
    kind: 'v12.0',
    location: 'northeurope',
    resourceGroup: 'billing',
    subscriptionId: '0d9e8c7b-6a5f-4e3d-8c2b-1a0f9e8d7c6b',
    ...fields,
  };
}

export function targetAnswer(fields: Partial<TargetAnswer['target']> = {}, groupIds = ['sqlServer']): TargetAnswer {
  return {
    target: {
      kind: 'v12.0',
      location: 'northeurope',
      sku: '',
      properties: {},
      subResources: groupIds,
      ...fields,
    },
    subResourcesRead: groupIds.length > 0,
  };
}

export function createRight(state: RightAnswer['state']): { permissions: RightAnswer[] } {
  return { permissions: [{ key: 'create', state }] };
}

/** Keeps a draft as an earlier visit would have. */
export function keepDraft(draft: Partial<CreateDraft> = {}, id = 'new') {
  const value = { draft: { ...readyDraft, ...draft }, changedAt: Date.now() };
  keep(storageKey(`draft~${id}`, workspaceIdentity(demoWorkspace)), value);
  window.dispatchEvent(new StorageEvent('storage', { key: null }));
}

/** Mounts the guided flow at a step, with a backend that finds and reads a SQL server; `handlers` go before that. */
export function mountCreate(address: string, ...handlers: Array<ReturnType<typeof answers>>) {
  server.use(
    ...handlers,
    answers('GET /targets', {
      targets: [foundTarget('contoso-billing'), foundTarget('contoso-reports')],
      truncated: false,
    }),
    answers('GET /target', targetAnswer()),
    answers('GET /permissions', createRight('granted'))
  );
  const view = render(
    <Routes>
      <Route path={`${APP_PATH}/new/:step?`} element={<CreateFlow />} />
      <Route path={`${APP_PATH}/endpoints/:name`} element={<h1>The page of the endpoint</h1>} />
      <Route path="*" element={<h1>Elsewhere</h1>} />
    </Routes>,
    APP_PATH + address
  );
  return { ...view, path: () => view.location().replace(APP_PATH, '') };
}

/** Opens the guided flow at a step and waits until it is there. */
export async function renderCreate(...args: Parameters<typeof mountCreate>) {
  const view = mountCreate(...args);
  await screen.findByRole('navigation', { name: 'Steps' });
  return view;
}
