import { locationService } from '@grafana/runtime';
import { renderHook } from '@testing-library/react';
import { asksBeforeUnload } from '../test/leaving';
import { useLeaveQuestion } from './useLeaveQuestion';

type Prompt = (to: { pathname: string; search: string }) => unknown;

// In tests Grafana's history is one in memory, which asks nobody; a browser's own shows the text that it is given.
const prompts = new Set<Prompt>();
jest.spyOn(locationService.getHistory(), 'block').mockImplementation((prompt) => {
  prompts.add(prompt as Prompt);
  return () => prompts.delete(prompt as Prompt);
});

/** What is asked on the way to another page, and whether the browser asks before the tab is closed. */
const questions = (to: string) => [
  ...[...prompts].map((prompt) => prompt(new URL(to, 'https://grafana'))),
  asksBeforeUnload(),
];

const unsent = 'Your change hasn’t been sent yet. If you leave this page, it won’t be sent. Leave?';

it.each([
  ['/a/app/endpoints', unsent],
  ['/a/app/endpoints?page=workspace', unsent],
  ['/a/app/configuration?page=monitoring', unsent],
  ['/a/app/configuration', unsent],
  ['/a/app/configuration?page=workspace&theme=dark', undefined],
])('on the way to %s asks %j', (to, question) => {
  locationService.push('/a/app/configuration?page=workspace');
  const { unmount } = renderHook(() => useLeaveQuestion(true));
  expect(questions(to)).toEqual([question, true]);
  unmount();
});

it('knows a page without tabs from one with them', () => {
  locationService.push('/a/app/endpoints');
  const { unmount } = renderHook(() => useLeaveQuestion(true));
  expect(questions('/a/app/endpoints?state=Pending')).toEqual([undefined, true]);
  expect(questions('/a/app/endpoints?page=x')).toEqual([unsent, true]);
  unmount();
});

it('asks what it was given, and only while there is something to lose', () => {
  const { rerender, unmount } = renderHook(({ asks, text }) => useLeaveQuestion(asks, text), {
    initialProps: { asks: false, text: 'Leave the draft?' },
  });
  expect(questions('/one')).toEqual([false]);
  rerender({ asks: true, text: 'Leave the draft?' });
  expect(questions('/one')).toEqual(['Leave the draft?', true]);
  rerender({ asks: true, text: 'Leave two drafts?' });
  expect(questions('/one')).toEqual(['Leave two drafts?', true]);
  rerender({ asks: false, text: '' });
  expect(questions('/one')).toEqual([false]);
  rerender({ asks: true, text: 'Leave the draft?' });
  unmount();
  expect(questions('/one')).toEqual([false]);
});
