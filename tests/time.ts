import { setTimeout } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { type AzureControl } from './azure';

/**
 * Seconds that Azure's operations take in these tests: more than any test waits for, and less than the two minutes after
 * which a page gives up loading its code.
 */
const OPERATION = 60;

/** Moves the stand-in's clock and the browser's on together, so that minutes cost no time and nothing ends by chance. */
export class Time {
  constructor(
    private readonly page: Page,
    private readonly azure: AzureControl
  ) {}

  async take() {
    await this.page.clock.install();
    await this.azure.turn({ operationSeconds: OPERATION });
  }

  async pass(seconds: number) {
    await this.azure.advanceClock(seconds);
    await this.page.clock.fastForward(seconds * 1000);
  }

  /**
   * Once something runs in Azure: long enough for it to end, and for the page to ask about it. A page that started it asks
   * at once: were that answer still under way, its notice of the end would be gone before anyone looked.
   */
  async endOperation() {
    await expect.poll(() => this.azure.running()).toBeGreaterThan(0);
    const patience = Date.now() + 3_000;
    while (Date.now() < patience && (await this.azure.watched()) === 0) {
      await setTimeout(100);
    }
    await this.pass(OPERATION);
  }
}
