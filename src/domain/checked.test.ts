import { accept, problemText, refuse, stops } from './checked';

it('wraps a value or a problem', () => {
  expect(accept(1)).toEqual({ ok: true, value: 1 });
  expect(refuse('Wrong.', 'Try.')).toEqual({ ok: false, problem: { message: 'Wrong.', hint: 'Try.' } });
  expect(refuse('Wrong.')).toEqual({ ok: false, problem: { message: 'Wrong.' } });
});

it('tells what to do next, and stops unless it is a warning', () => {
  expect(problemText({ message: 'Wrong.', hint: 'Type more.' })).toBe('Wrong. Type more.');
  expect(problemText({ message: 'Wrong.' })).toBe('Wrong.');
  expect([undefined, { message: 'x' }, { message: 'x', isWarning: true }].map(stops)).toEqual([false, true, false]);
});
