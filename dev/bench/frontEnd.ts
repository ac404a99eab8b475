import { type BrowserContext, type Page } from '@playwright/test';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { endpointList } from '../../src/domain/list/row';
import { root } from '../tasks/paths';
import { type Budget, type Figure, goal, hard, measured } from './figure';
import { configure, inBrowser } from './inBrowser';
import { type Visit, lists, openList, scriptsLoadedBy, visitList } from './listPage';
import { type Upstream } from './startUpstream';
import { median, medianRatio } from './statistics';
import { type BenchWorkspace, appSettings, workspaces } from './workspaces';

/** A few endpoints, as many as a page of the list shows, and many. */
const compared = ['few', 'onePage', 'thousand'] as const;
type Compared = (typeof compared)[number];

/** Size of the scripts, and what it takes to show the list, in a real browser over the real backend. */
export async function measureFrontEnd(upstream: Upstream, quick: boolean): Promise<Figure[]> {
  return inBrowser(upstream, false, (context) => measure(context, quick ? 5 : 15));
}

async function measure(context: BrowserContext, rounds: number): Promise<Figure[]> {
  const page = await context.newPage();
  const scripts = await scriptsLoadedBy(page, () => visit(context, page, workspaces.thousand));
  const visits: Record<Compared, Visit[]> = { few: [], onePage: [], thousand: [] };
  const loads: Record<Compared, number[]> = { few: [], onePage: [], thousand: [] };
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? compared : [...compared].reverse()) {
      visits[name].push(await visit(context, page, workspaces[name]));
      loads[name].push(await load(context, workspaces[name]));
    }
  }
  const all = compared.flatMap((name) => visits[name]);
  return [await entryFigure(), ...scriptFigures(scripts), callFigure(all), loadFigure(loads), ...visitFigures(visits)];
}

/** Sets the app up for a workspace and shows its list. */
async function visit(context: BrowserContext, page: Page, workspace: BenchWorkspace): Promise<Visit> {
  await configure(context, appSettings(workspace));
  return visitList(page, lists.endpoints, Math.min(workspace.size, endpointList.pageSize));
}

/** Opens the list in a page of its own; the app is set up already. */
async function load(context: BrowserContext, { size }: BenchWorkspace): Promise<number> {
  const page = await context.newPage();
  const milliseconds = await openList(page, lists.endpoints, Math.min(size, endpointList.pageSize));
  await page.close();
  return milliseconds;
}

const figure = (what: string, unit: Figure['unit'], value: number, detail: string, budget?: Budget): Figure => ({
  part: 'Front end',
  what,
  unit,
  value,
  detail,
  budget,
});

async function entryFigure(): Promise<Figure> {
  const { size } = await stat(path.join(root, 'dist', 'module.js'));
  return figure('module.js, raw', 'kB', size / 1000, `${size} bytes`, hard(10));
}

function scriptFigures(bodies: Buffer[]): Figure[] {
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0) / 1000;
  const raw = sum(bodies.map((body) => body.length));
  const gzip = sum(bodies.map((body) => gzipSync(body).length));
  const files = `${bodies.length} files, module.js among them`;
  return [
    figure('all scripts of the first page, raw', 'kB', raw, files),
    figure('all scripts of the first page, gzip', 'kB', gzip, files, hard(90)),
  ];
}

function callFigure(visits: Visit[]): Figure {
  const most = Math.max(...visits.map(({ backendCalls }) => backendCalls));
  const detail = `the most of ${visits.length} visits, with 10 and with 1,000 endpoints`;
  return figure('backend calls until the list shows', 'calls', most, detail, hard(2));
}

function loadFigure({ few, thousand }: Record<Compared, number[]>): Figure {
  const what = `address opened → list: 1,000 endpoints against ${workspaces.few.size}`;
  const detail = `${ms(thousand)} against ${ms(few)}`;
  return figure(what, 'times', medianRatio(thousand, few), detail, measured(1.5));
}

function visitFigures(visits: Record<Compared, Visit[]>): Figure[] {
  const whole = (name: Compared) => visits[name].map((it) => it.whole);
  const after = (name: Compared) => visits[name].map((it) => it.afterAnswers);
  const against = (name: Compared, budget?: Budget): Figure => {
    const what = `click in the navigation → list: 1,000 endpoints against ${workspaces[name].size}`;
    const detail =
      `${ms(whole('thousand'))} against ${ms(whole(name))}, ` +
      `of which once the answers are there ${ms(after('thousand'))} and ${ms(after(name))}`;
    return figure(what, 'times', medianRatio(whole('thousand'), whole(name)), detail, budget);
  };
  return [against('few', goal(1.5)), against('onePage')];
}

const ms = (times: number[]) => `${median(times).toFixed(0)} ms`;
