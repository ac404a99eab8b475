import { accept, refuse } from './checked';

it('wraps a value or a problem', () => {
  expect(accept(1)).toEqual({ ok: true, value: 1 });
  expect(refuse('Wrong.')).toEqual({ ok: false, problem: { message: 'Wrong.', hint: '' } });
});
