import { decisionCommentProblem } from './decisionComment';

const CODE = 'MPE-7K3M-X9QT';

it.each([
  ['an empty comment', '  ', false, ''],
  ['an empty reason', '  ', true, 'Enter a reason.'],
  ['a reason', 'Use the replica.', true, ''],
  ['two lines', 'a\nb', false, 'Enter one line, without line breaks or invisible characters.'],
  ['a hidden character', 'a\u202eb', false, 'Enter one line, without line breaks or invisible characters.'],
  ['one that just fits', 'ä'.repeat(126), false, ''],
  ['one that is too long', 'ä'.repeat(127), false, 'Shorten it to 126 characters. It has 127.'],
  ['emoji, which count once', '🙂'.repeat(126), false, ''],
  ['one with the code, that fits', `${CODE.toLowerCase()} ${'a'.repeat(126)}`, false, ''],
  ['one with the code, too long', `${CODE} ${'a'.repeat(127)}`, false, 'Shorten it to 140 characters. It has 141.'],
])('%s', (_, comment, isRequired, problem) => {
  expect(decisionCommentProblem(comment, CODE, isRequired)).toBe(problem);
});
