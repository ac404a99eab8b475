import { applyTagDifference, lostTags, showsTagDifference } from './tagDifference';

const edit = { seen: { team: 'a', old: '1', kept: 'x' }, wanted: { team: 'b', kept: 'x', added: 'y' } };

it('applies the difference alone, in whatever case others wrote the names', () => {
  const now = { Team: 'a', old: '1', kept: 'changed', theirs: 'z' };
  const result = applyTagDifference(now, edit);
  expect(result).toEqual({ kept: 'changed', theirs: 'z', team: 'b', added: 'y' });
  expect(showsTagDifference(result, edit)).toBe(true);
});

it('takes another case of a name for a difference', () => {
  const renamed = { seen: { Team: 'a', kept: 'x' }, wanted: { team: 'a', kept: 'x' } };
  expect(applyTagDifference({ Team: 'a', kept: 'x' }, renamed)).toEqual({ team: 'a', kept: 'x' });
});

it.each([
  [{ team: 'a', added: 'y' }, false],
  [{ team: 'b', added: 'y', old: '1' }, false],
  [{ team: 'b' }, false],
  [{ team: 'b', added: 'y', theirs: 'z' }, true],
])('%j shows the difference: %s', (now, shows) => {
  expect(showsTagDifference(now, edit)).toBe(shows);
});

it('names what others set and lost, and nothing of its own', () => {
  const theirs = { team: 'c', cost: '42', kept: 'x' };
  expect(lostTags(theirs, { team: 'b', kept: 'x', gone: '1' }, edit)).toEqual(['gone (removed)', 'cost: 42']);
  expect(lostTags(theirs, { team: 'b', kept: 'x', cost: '42' }, edit)).toEqual([]);
});
