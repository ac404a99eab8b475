import { type Page, type Response } from '@playwright/test';

import { APP_PATH, PLUGIN_ID } from '../../src/constants';

/** Where the navigation leads to the lists of the app. */
export const lists = { endpoints: APP_PATH, dataSources: `${APP_PATH}/data-sources` } as const;

const nameCells = 'main [role="rowheader"]';

/** What happened on the way from a click in the navigation to the list; times in milliseconds. */
export interface Visit {
  /** From the click to the frame that shows the rows. */
  whole: number;
  /** The part of it after the backend's last answer was there. */
  afterAnswers: number;
  /** Calls of the plugin's backend that were answered before the rows were there. */
  backendCalls: number;
}

const backend = `/api/plugins/${PLUGIN_ID}/resources/`;

/** A page without the plugin, from where the navigation leads to the list. */
const startPath = '/dashboards';

const shownMark = 'list shown';

/** Opens a list's address and returns the milliseconds until `rows` of it show, Grafana's own start included. */
export async function openList(page: Page, listPath: string, rows: number): Promise<number> {
  await page.addInitScript(markWhenShown, { nameCells, rows, shownMark });
  await page.goto(listPath);
  const mark = await page.waitForFunction((name) => performance.getEntriesByName(name)[0]?.startTime, shownMark);
  return (await mark.jsonValue()) ?? NaN;
}

/** Runs in the browser before the page. */
function markWhenShown({ nameCells, rows, shownMark }: { nameCells: string; rows: number; shownMark: string }) {
  new MutationObserver((_, observer) => {
    if (document.querySelectorAll(nameCells).length >= rows) {
      observer.disconnect();
      requestAnimationFrame(() => performance.mark(shownMark));
    }
  }).observe(document, { childList: true, subtree: true });
}

/** Starts Grafana anew, then goes to a list by the navigation and waits until `rows` of it show. */
export async function visitList(page: Page, listPath: string, rows: number): Promise<Visit> {
  await page.goto(startPath);
  await page.locator(`nav a[href="${listPath}"]`).first().waitFor();
  return page.evaluate(clickAndWait, { listPath, nameCells, rows, backend });
}

interface WaitFor {
  listPath: string;
  nameCells: string;
  rows: number;
  backend: string;
}

/** Runs in the browser. Only what was answered before the rows were there can have held them up. */
function clickAndWait({ listPath, nameCells, rows, backend }: WaitFor) {
  return new Promise<Visit>((resolve) => {
    const begun = performance.now();
    new MutationObserver((_, observer) => {
      if (document.querySelectorAll(nameCells).length >= rows) {
        observer.disconnect();
        const answers = performance.getEntriesByType('resource').filter(({ name }) => name.includes(backend));
        requestAnimationFrame((shown) => {
          const last = Math.max(...answers.map(({ startTime, duration }) => startTime + duration));
          resolve({ whole: shown - begun, afterAnswers: shown - last, backendCalls: answers.length });
        });
      }
    }).observe(document.body, { childList: true, subtree: true });
    document.querySelector<HTMLElement>(`nav a[href="${listPath}"]`)?.click();
  });
}

/** The plugin's scripts that are loaded meanwhile, by a browser that has none of them yet. */
export async function scriptsLoadedBy(page: Page, act: () => Promise<unknown>): Promise<Buffer[]> {
  const bodies: Array<Promise<Buffer>> = [];
  const keep = (response: Response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith(`/public/plugins/${PLUGIN_ID}/`) && pathname.endsWith('.js')) {
      bodies.push(response.body());
    }
  };
  page.on('response', keep);
  await act();
  page.off('response', keep);
  return Promise.all(bodies);
}
