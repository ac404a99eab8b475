import { type Page } from '@playwright/test';
import { type AzureControl } from './azure';

/** Seconds that Azure's operations take in these tests: far more than any test waits for. */
const OPERATION = 120;

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

  /** Long enough for what runs in Azure to end, and for the page to ask about it. */
  endOperation = () => this.pass(OPERATION);
}
