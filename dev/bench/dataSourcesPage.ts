import { type BrowserContext, type Page } from '@playwright/test';

import { pageSize } from '../../src/domain/list/view';
import { provisionDataSources, provisioningFolder } from './benchDataSources';
import { type Budget, type Figure, goal, measured } from './figure';
import { configure, inBrowser, post } from './inBrowser';
import { lists, openList, visitList } from './listPage';
import { PageWork } from './pageWork';
import { type Upstream } from './startUpstream';
import { median, medianRatio } from './statistics';
import { type BenchWorkspace, appSettings, workspaces } from './workspaces';

/** Data sources are twice as many as endpoints. */
const sizes = { few: workspaces.few, twoPages: workspaces.onePage, thousand: workspaces.thousand } as const;
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
  const none = (): Record<Size, number[]> => ({ few: [], twoPages: [], thousand: [] });
  const times: Times = { open: none(), click: none(), letter: none(), sort: none(), turn: none() };
  const page = await context.newPage();
  const work = await PageWork.of(page);
  // The first round is for the browser's cache.
  for (let round = -1; round < rounds; round++) {
    const order: Size[] = ['few', 'twoPages', 'thousand'];
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
  await configure(context, { jsonData: { ...jsonData, place: 'inside' }, secureJsonData });

  const rows = Math.min(count, pageSize);
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
  const turn = count > pageSize ? await work.during(() => next.click()) : NaN;
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
    against('turn', 'twoPages', 'turning to the next page', measured(1.5)),
  ];
}
