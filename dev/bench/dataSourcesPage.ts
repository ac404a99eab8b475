import { type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sourceList } from '../../src/domain/list/sourceRow';
import { type Budget, type Figure, goal, measured } from './figure';
import { configure, inBrowser, post } from './inBrowser';
import { lists, openList, visitList } from './listPage';
import { benchFolder } from './programs';
import { type Upstream } from './startUpstream';
import { median, medianRatio } from './statistics';
import { appSettings, type BenchWorkspace, workspaces } from './workspaces';

/** Data sources are twice as many as endpoints. */
const sizes = { few: workspaces.few, fewPages: workspaces.onePage, thousand: workspaces.thousand } as const;
type Size = keyof typeof sizes;

const acts = ['open', 'click', 'letter', 'sort', 'turn'] as const;
type Act = (typeof acts)[number];
type Times = Record<Act, Record<Size, number[]>>;

/** Every data source's name begins with "store"; the last letter brings other rows. */
const search = 'store 1';

/** What it takes to show the page of data sources, and to search, sort and page it, in a real browser. */
export async function measureDataSources(upstream: Upstream, quick: boolean): Promise<Figure[]> {
  await provisionDataSources(0, 1);
  return inBrowser(upstream, provisioningFolder, (context) => measure(context, quick ? 5 : 15));
}

async function measure(context: BrowserContext, rounds: number): Promise<Figure[]> {
  const none = (): Record<Size, number[]> => ({ few: [], fewPages: [], thousand: [] });
  const times: Times = { open: none(), click: none(), letter: none(), sort: none(), turn: none() };
  const page = await context.newPage();
  const work = await PageWork.of(page);
  // The first round is for the browser's cache.
  for (let round = -1; round < rounds; round++) {
    const order: Size[] = ['few', 'fewPages', 'thousand'];
    for (const size of round % 2 === 0 ? order : order.reverse()) {
      const taken = await visit(context, page, work, sizes[size]);
      if (round >= 0) {
        acts.forEach((act) => times[act][size].push(taken[act]));
      }
    }
  }
  return figures(times);
}

async function visit(context: BrowserContext, page: Page, work: PageWork, workspace: BenchWorkspace) {
  const count = 2 * workspace.size;
  await provisionDataSources(count, workspace.size);
  await post(context, '/preview/reset', {});
  const { jsonData, secureJsonData } = appSettings(workspace);
  await configure(context, { jsonData: { ...jsonData, place: 'local' }, secureJsonData });

  const rows = Math.min(count, sourceList.pageSize);
  const fresh = await context.newPage();
  const open = await openList(fresh, lists.dataSources, rows);
  await fresh.close();
  const { whole: click } = await visitList(page, lists.dataSources, rows);

  const main = page.getByRole('main');
  await main.getByRole('textbox', { name: 'Search data sources' }).focus();
  await work.settled();
  const typing = await work.during(() => page.keyboard.type(search, { delay: 50 }));
  await main.getByRole('button', { name: 'Clear' }).click();
  await main.getByRole('button', { name: 'Name' }).click();
  const sort = await work.during(() => main.getByRole('button', { name: 'Address' }).click());
  const next = main.getByRole('button', { name: '2', exact: true });
  const turn = count > sourceList.pageSize ? await work.during(() => next.click()) : NaN;
  return { open, click, letter: typing / search.length, sort, turn };
}

function figures(times: Times): Figure[] {
  const against = (act: Act, base: Size, what: string, budget?: Budget): Figure => {
    const [large, small] = [times[act].thousand, times[act][base]];
    const digits = act === 'open' || act === 'click' ? 0 : 1;
    const ms = (values: number[]) => `${median(values).toFixed(digits)} ms`;
    return {
      part: 'Data sources page',
      what: `${what}: 2,000 data sources against ${2 * sizes[base].size}`,
      value: medianRatio(large, small),
      unit: 'times',
      budget,
      detail: `${ms(large)} against ${ms(small)}, 1,000 endpoints against ${sizes[base].size}`,
    };
  };
  return [
    against('open', 'few', 'address opened → list', measured(1.5)),
    against('click', 'few', 'click in the navigation → list', goal(1.5)),
    against('letter', 'few', 'a letter typed into the search', measured(1.5)),
    against('sort', 'few', 'sorting by another column', goal(1.5)),
    against('turn', 'fewPages', 'turning to the next page', measured(1.5)),
  ];
}

/** Kinds of targets that take turns in the benchmark's workspaces (dev/azure/demo/largeEndpoints.ts), by their place in ten. */
const served: Record<number, { type: string; url: (target: string, index: number) => string }> = {
  0: { type: 'prometheus', url: (target) => `https://${target}-k2f7.westeurope.prometheus.monitor.azure.com` },
  5: { type: 'mssql', url: (target) => `${target}.a1b2c3d4e5f6.database.windows.net:1433` },
  6: { type: 'mssql', url: (target) => `${target}.database.windows.net:1433` },
  7: { type: 'loki', url: (_, index) => `https://pls-${padded(index, 4)}.team-${padded(index % 40, 2)}.contoso.com` },
  9: { type: 'grafana-postgresql-datasource', url: (target) => `${target}.postgres.database.azure.com:5432` },
};
const shorts = ['amw', 'ampls', 'adx', 'mongo', 'citus', 'sqlmi', 'sql', 'pls', 'dbx', 'pg'];

const padded = (n: number, digits: number) => String(n).padStart(digits, '0');

/** A data source as a provisioning file has it: every second one leads to one of the first `endpoints` endpoints. */
function dataSource(n: number, endpoints: number) {
  const index = Math.floor(n / 2) % endpoints;
  const team = `team-${padded(index % 40, 2)}`;
  const target = `${team}-${shorts[index % 10] ?? ''}-${padded(index, 4)}`;
  const way = n % 2 === 0 ? served[index % 10] : undefined;
  return {
    uid: `source-${n}`,
    name: `Store ${n} of ${team}`,
    type: way?.type ?? 'loki',
    access: 'proxy',
    url: way?.url(target, index) ?? `http://store-${n}.${team}.internal:3100`,
    editable: true,
  };
}

/** The provisioning directory of the benchmark; `provisionDataSources` says what is in it. */
const provisioningFolder = path.join(benchFolder, 'provisioning');

/** Puts so many data sources there, for a workspace with so many endpoints. */
async function provisionDataSources(count: number, endpoints: number): Promise<void> {
  const datasources = Array.from({ length: count }, (_, n) => dataSource(n, endpoints));
  const folder = path.join(provisioningFolder, 'datasources');
  await mkdir(folder, { recursive: true });
  // JSON is YAML.
  await writeFile(path.join(folder, 'many.yaml'), JSON.stringify({ apiVersion: 1, datasources }));
}

/** Measures what an act costs a page, in milliseconds that its main thread is busy: what else it waits for doesn't count. */
class PageWork {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession
  ) {}

  static async of(page: Page): Promise<PageWork> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    return new PageWork(page, session);
  }

  /** Waits until the page has done what it does automatically after it shows: a quarter of a second with hardly any work. */
  async settled(): Promise<void> {
    for (let tries = 0, before = await this.busy(); tries < 20; tries++) {
      await this.page.waitForTimeout(250);
      const now = await this.busy();
      if (now - before < 12) {
        return;
      }
      before = now;
    }
  }

  async during(act: () => Promise<unknown>): Promise<number> {
    const before = await this.busy();
    await act();
    await this.quiet();
    return (await this.busy()) - before;
  }

  private async busy(): Promise<number> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  }

  /** Waits for two frames and a moment without anything to do. */
  private quiet(): Promise<void> {
    return this.page.evaluate(
      () =>
        new Promise<void>((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => resolve())))
        )
    );
  }
}
