import { afterPress } from './focus';

it('runs at once where no button is held', () => {
  const run = jest.fn();
  afterPress(run);
  expect(run).toHaveBeenCalledTimes(1);
});

it('waits for the release, and for the click that follows it', () => {
  jest.useFakeTimers();
  const seen: string[] = [];
  window.dispatchEvent(new Event('pointerdown'));
  afterPress(() => seen.push('moved'));
  window.addEventListener('click', () => seen.push('click'), { once: true });
  window.dispatchEvent(new Event('pointerup'));
  window.dispatchEvent(new Event('click'));
  jest.runAllTimers();
  expect(seen).toEqual(['click', 'moved']);
  jest.useRealTimers();
});
