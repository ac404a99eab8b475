import { type CDPSession, type Page } from '@playwright/test';

/** Measures what an act costs a page, in milliseconds that its main thread is busy: what else it waits for doesn't count. */
export class PageWork {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession
  ) {}

  static async of(page: Page): Promise<PageWork> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    return new PageWork(page, session);
  }

  /** Waits until the page has done what it does by itself after it shows: a quarter of a second with hardly any work. */
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
