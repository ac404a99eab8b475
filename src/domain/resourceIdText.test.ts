import fc from 'fast-check';
import { idFromText } from './resourceIdText';

describe('idFromText', () => {
  it('takes a bare id apart', () => {
    expect(idFromText(' "/a/b/c/" ')).toEqual({ segments: ['a', 'b', 'c'], mayHaveTail: false });
  });

  it.each([
    ['""/a/b"";', ['a', 'b']],
    ["'</a/b>,", ['a', 'b']],
    ['/a/ b /c//', ['a', 'b', 'c']],
    ["/a/b'c/d,e", ['a', "b'c", 'd,e']],
    ['<HTTPS://x/Subscriptions/S/%zz/a%20b/#c/d>', ['Subscriptions', 'S', '%zz', 'a b']],
    ['https://x/?id=%2FSUBSCRIPTIONS%2FS&x', ['SUBSCRIPTIONS', 'S']],
    ['https://x/a%2Fsubscriptions%2FS', undefined],
    ['x https://x/subscriptions/S', ['x https:', '', 'x', 'subscriptions', 'S']],
  ])('reads %j', (text, segments) => {
    expect(idFromText(text)?.segments).toEqual(segments);
  });

  it('keeps an empty segment so that it can be named', () => {
    expect(idFromText('/a//c')?.segments).toEqual(['a', '', 'c']);
  });

  it('finds the encoded id of a portal view', () => {
    const url =
      'https://portal.azure.com/#view/HubsExtension/Some.ReactView/id/%2Fsubscriptions%2FS%2FresourceGroups%2Fg%20h/menu~/2';
    expect(idFromText(url)).toEqual({ segments: ['subscriptions', 'S', 'resourceGroups', 'g h'], mayHaveTail: false });
  });

  it('finds the plain id of a portal resource page and drops the query', () => {
    const url =
      'https://portal.azure.com/?feature=1#@contoso.com/resource/subscriptions/S/resourceGroups/g/overview?x=1';
    expect(idFromText(url)).toEqual({
      segments: ['subscriptions', 'S', 'resourceGroups', 'g', 'overview'],
      mayHaveTail: true,
    });
  });

  it.each(['hello', '', 'https://portal.azure.com/#home'])('finds nothing in %j', (text) => {
    expect(idFromText(text)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void idFromText(`https://x/subscriptions/${text}`)));
  });
});
