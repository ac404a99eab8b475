import fc from 'fast-check';
import { checkTags, inputsToTags, tagLimits, tagsToInputs } from './tags';

it.each([
  [[{ name: 'team', value: 'x' }], ['']],
  [
    [
      { name: ' ', value: '' },
      { name: ' ', value: 'x' },
    ],
    ['', 'Tag 2 has a value but no name. Enter a name or remove the tag.'],
  ],
  [[{ name: 'a/b', value: '' }], ['"/" isn\'t allowed in tag names.']],
  [[{ name: 'a\u202e', value: '' }], ['Tag 1 has an invisible character. Type it instead of pasting it.']],
  [[{ name: 'a', value: '\u200b' }], ['Tag 1 has an invisible character. Type it instead of pasting it.']],
  [[{ name: 'a'.repeat(512), value: 'v'.repeat(256) }], ['']],
  [[{ name: 'a'.repeat(513), value: '' }], ['A tag name can have at most 512 characters.']],
  [[{ name: 'a', value: 'v'.repeat(257) }], ['A tag value can have at most 256 characters.']],
  [
    [
      { name: 'Team', value: '1' },
      { name: 'team', value: '2' },
    ],
    ['', 'Another tag is named team.'],
  ],
])('%j: %j', (tags, expected) => {
  expect(checkTags(tags)).toEqual(expected);
});

it('counts them', () => {
  const tags = Array.from({ length: tagLimits.count + 1 }, (_, i) => ({ name: `t${i}`, value: '' }));
  expect(checkTags(tags).filter(Boolean)).toEqual(['You can add at most 50 tags.']);
});

it('tags survive the form, and blank rows become none', () => {
  const name = fc.string().filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(fc.dictionary(name, fc.string()), (tags) => {
      const rows = [...tagsToInputs(tags), { name: '', value: ' ' }];
      expect({ ...inputsToTags(rows) }).toEqual({ ...tags });
    })
  );
});
