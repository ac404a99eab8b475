import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import React from 'react';
import ruleFile from '../../test/alertRules';
import { render } from '../../test/render';
import { server } from '../../test/server';
import { AlertRules } from './AlertRules';

const RULES = '*/api/v1/provisioning/alert-rules';
const uids = ruleFile.groups.flatMap(({ rules }) => rules.map(({ uid }) => uid));

interface Rule {
  uid: string;
  folderUID: string;
  data?: Array<{ datasourceUid: string }>;
}

let rules: Rule[];
let folders: Array<{ uid: string; title: string }>;
let headers: Array<string | null>;

beforeEach(() => {
  rules = [];
  folders = [];
  headers = [];
  server.use(
    http.get(RULES, () => HttpResponse.json(rules)),
    http.post<never, Rule>(RULES, async ({ request }) => {
      headers.push(request.headers.get('X-Disable-Provenance'));
      const rule = await request.json();
      if (rules.some(({ uid }) => uid === rule.uid)) {
        return HttpResponse.json({ message: 'conflict' }, { status: 409 });
      }
      rules.push(rule);
      return HttpResponse.json(rule, { status: 201 });
    }),
    http.get('*/api/folders/:uid', ({ params }) => {
      const found = folders.find(({ uid }) => uid === params.uid);
      return found ? HttpResponse.json(found) : HttpResponse.json({ message: 'folder not found' }, { status: 404 });
    }),
    http.post<never, { uid: string; title: string }>('*/api/folders', async ({ request }) => {
      folders.push(await request.json());
      return HttpResponse.json(folders.at(-1));
    })
  );
});

async function create() {
  const { user } = render(<AlertRules dataSourceUid="mine" />);
  await user.click(screen.getByRole('button', { name: 'Create alert rules' }));
}

it('creates the rules for the data source, in a folder of their own, open to changes', async () => {
  await create();
  expect(await screen.findByText(/^Created 4 alert rules\. They notify/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Open alert rules' })).toHaveAttribute('href', '/alerting/list');
  expect(rules.map(({ uid }) => uid)).toEqual(uids);
  expect(rules.every(({ data }) => data?.[0]?.datasourceUid === 'mine')).toBe(true);
  expect(folders).toEqual([{ uid: 'azure-private-endpoints', title: 'Private endpoints' }]);
  expect(rules.every(({ folderUID }) => folderUID === 'azure-private-endpoints')).toBe(true);
  expect(headers).toEqual(uids.map(() => 'true'));
});

it('leaves alone what exists, and puts the others beside it', async () => {
  rules = [{ uid: uids[1]!, folderUID: 'elsewhere' }];
  await create();
  expect(await screen.findByText(/^Created 3 alert rules\. 1 already existed and stayed/)).toBeVisible();
  expect(rules[0]).toEqual({ uid: uids[1], folderUID: 'elsewhere' });
  expect(rules.every(({ folderUID }) => folderUID === 'elsewhere')).toBe(true);
  expect(folders).toEqual([]);
});

it('changes nothing where all exist', async () => {
  rules = uids.map((uid) => ({ uid, folderUID: 'f' }));
  await create();
  expect(await screen.findByText(/^All alert rules already exist/)).toBeVisible();
  expect(headers).toEqual([]);
});

it.each([409, 412])('goes on where someone else creates the folder and a rule meanwhile (%d)', async (status) => {
  const conflict = () => HttpResponse.json({ message: 'exists' }, { status });
  server.use(http.post('*/api/folders', conflict), http.post(RULES, conflict409Once()));
  await create();
  expect(await screen.findByText(/^Created 3 alert rules\. 1 already existed/)).toBeVisible();
});

function conflict409Once() {
  let isFirst = true;
  return () => {
    const status = isFirst ? 409 : 201;
    isFirst = false;
    return HttpResponse.json({}, { status });
  };
}

it.each([
  [403, 'You don’t have permission to create alert rules.'],
  [400, 'Grafana rejected the alert rules.'],
])('says why Grafana refuses with %d, and still offers to copy', async (status, says) => {
  server.use(http.post(RULES, () => HttpResponse.json({ message: 'quota reached' }, { status })));
  await create();
  expect(await screen.findByText(says)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Copy alert rules' })).toBeEnabled();
});
