import { withFigures } from './withFigures';

it('replaces the figures and nothing else', () => {
  const text = withFigures('before\n<!-- figures -->\nold\n<!-- end of figures -->\nafter\n', 'new');
  expect(text).toBe('before\n<!-- figures -->\n\nnew\n\n<!-- end of figures -->\nafter\n');
});

it('says where they would go', () => {
  expect(() => withFigures('<!-- end of figures --><!-- figures -->', 'new')).toThrow('needs the lines');
});
