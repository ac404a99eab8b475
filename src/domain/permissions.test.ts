import actions from '../../catalogue/actions.json';
import { rightByKey, rightKeys, rightWords } from './permissions';

const rights = rightKeys.map(rightByKey);

it.each(rights)('$title is said in all three ways', (right) => {
  expect(rightWords(right, 'granted').text).toContain('has permission to');
  expect(rightWords(right, 'unknown').text).toContain("isn't known");
  expect(rightWords(right, 'notGranted').text).toContain(right.action);
  expect(rightWords(right, 'notGranted').text).toContain(right.role);
});

it('admits that the right to refresh is not documented', () => {
  expect(rightWords(rightByKey('refresh'), 'notGranted').text).toContain('try it first');
  expect(rightWords(rightByKey('create'), 'notGranted').text).not.toContain('try it first');
});

it('the least role covers every right on the workspace', () => {
  for (const right of rights.filter(({ scope }) => scope === 'workspace')) {
    const covered = actions.leastPrivilege.some((action) =>
      new RegExp(`^${action.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(right.action)
    );
    expect([right.action, covered]).toEqual([right.action, true]);
  }
});
