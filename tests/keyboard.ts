import { expect, type Locator } from '@playwright/test';

/** More stops than any page has. */
const STOPS = 120;

/** Presses Tab until something has the focus, as someone without a mouse would. */
export async function tabTo(goal: Locator) {
  const { keyboard } = goal.page();
  const focused = () => goal.evaluate((element) => element === document.activeElement);
  for (let stop = 0; stop < STOPS && !(await focused()); stop++) {
    await keyboard.press('Tab');
  }
  await expect(goal).toBeFocused();
}
