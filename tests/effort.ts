import { type Page } from '@playwright/test';

type What = 'clicks' | 'fields';

/** What a way through the app costs: how often the pointer is pressed, and how many text fields are typed into. */
export class Effort {
  private spent: Record<What, number> = { clicks: 0, fields: 0 };

  constructor(private readonly page: Page) {}

  /** Before the first page opens. */
  async watch() {
    await this.page.exposeFunction('noteEffort', (what: What) => (this.spent[what] += 1));
    await this.page.addInitScript(() => {
      const { noteEffort } = window as unknown as { noteEffort: (what: What) => void };
      const typedInto = new WeakSet<EventTarget>();
      window.addEventListener('pointerdown', () => noteEffort('clicks'), true);
      window.addEventListener(
        'input',
        ({ target }) => {
          if (target instanceof Element && target.matches('textarea, input:not([type=radio], [type=checkbox])')) {
            if (!typedInto.has(target)) {
              noteEffort('fields');
            }
            typedInto.add(target);
          }
        },
        true
      );
    });
  }

  /** Counts from here. */
  begin() {
    this.spent = { clicks: 0, fields: 0 };
  }

  /** Since `begin`, or since the first page opened. */
  sum = () => this.spent;
}
