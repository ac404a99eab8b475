import actions from '../../catalogue/actions.json';
import { rightByKey, rightKeys, rightWords } from './permissions';

const rights = rightKeys.map(rightByKey);

it.each(rights)('$title is said in all three ways', (right) => {
  expect(rightWords(right, 'granted')).toEqual({
    label: 'Permission found',
    text: `The identity has permission to ${right.title}.`,
  });
  expect(rightWords(right, 'unknown').label).toBe('Unknown');
  expect(rightWords(right, 'unknown').text).toContain("isn't known");
  expect(rightWords(right, 'notGranted').text).toContain(right.action);
  const where = right.scope === 'workspace' ? 'the workspace' : 'the target resources';
  expect(rightWords(right, 'notGranted').text).toContain(`the role ${right.role} on ${where}`);
  expect(rightWords(right, 'unknown').text).toContain(`the role ${right.role} on ${where}`);
});

it('admits that the right to refresh is not documented', () => {
  expect(rightWords(rightByKey('refresh'), 'notGranted').text).toContain('try it first');
  expect(rightWords(rightByKey('create'), 'notGranted').text).toMatch(/ on the workspace\.$/);
});

const covers = (pattern: string, action: string) =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(action);
const ofWorkspace = [...rights, ...Object.values(actions.others)].filter(({ scope }) =>
  ['workspace', 'resourceGroup'].includes(scope)
);

it.each(ofWorkspace)('the least role covers $action', ({ action }) => {
  expect(actions.leastPrivilege.filter((pattern) => covers(pattern, action))).not.toEqual([]);
});

it.each(actions.leastPrivilege)('the least role needs %s', (pattern) => {
  const needed = ofWorkspace.filter(({ action }) => covers(pattern, action));
  const others = actions.leastPrivilege.filter((other) => other !== pattern);
  expect(needed.filter(({ action }) => !others.some((other) => covers(other, action)))).not.toEqual([]);
});
