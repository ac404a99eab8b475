import { kindByKey } from '../catalogue/catalogue';
import { chooseSubResource, subResourceChoices } from './subResourceChoices';
import { targetRegion } from '../../pages/Create/changeDraft';

const mongo = kindByKey('cosmosMongo');
const ids = (choices: Array<{ groupId: string }>) => choices.map(({ groupId }) => groupId);

it('takes those of the target in its own casing, the listed ones first', () => {
  const choices = subResourceChoices(mongo, ['Sql', 'mongodb', 'Table']);
  expect(ids(choices)).toEqual(['mongodb', 'Sql', 'Table']);
  expect(choices.map(({ listed }) => listed)).toEqual([true, false, false]);
  expect(choices.map(({ title }) => title)).toEqual([mongo?.subResources[0]?.title, '', '']);
});

it('orders them as the catalogue does', () => {
  const two = mongo && {
    ...mongo,
    subResources: ['first', 'second'].map((groupId) => ({ groupId, title: groupId })),
  };
  expect(ids(subResourceChoices(two, ['Second', 'other', 'First']))).toEqual(['First', 'Second', 'other']);
  expect(chooseSubResource(subResourceChoices(two, undefined), '')).toBe('first');
});

it.each([[undefined], [[]]])('falls back to the catalogue when the target names none: %j', (none) => {
  expect(ids(subResourceChoices(mongo, none))).toEqual(['MongoDB']);
});

it('has none for a private link service and for a kind outside the catalogue', () => {
  expect(subResourceChoices(kindByKey('privateLinkService'), undefined)).toEqual([]);
  expect(subResourceChoices(undefined, undefined)).toEqual([]);
});

it.each([
  ['', ['MongoDB'], 'MongoDB'],
  ['mongodb', ['Sql', 'MongoDB'], 'MongoDB'],
  ['gone', ['Sql', 'MongoDB'], 'MongoDB'],
])('chooses for the user: %j among %j is %j', (chosen, offered, expected) => {
  expect(chooseSubResource(subResourceChoices(mongo, offered), chosen)).toBe(expected);
});

it('leaves the choice among several that nobody recommends', () => {
  const choices = subResourceChoices(undefined, ['blob', 'file']);
  expect(chooseSubResource(choices, '')).toBe('');
  expect(chooseSubResource(choices, 'file')).toBe('file');
  expect(chooseSubResource(subResourceChoices(undefined, ['blob']), '')).toBe('blob');
});

it('keeps what was typed where there is nothing to choose from', () => {
  expect(chooseSubResource([], 'vault')).toBe('vault');
});

it('names a region for a target without one', () => {
  expect(targetRegion('Global', 'westeurope')).toBe('westeurope');
  expect(targetRegion('northeurope', 'westeurope')).toBe('northeurope');
  expect(targetRegion('', 'westeurope')).toBe('');
});
