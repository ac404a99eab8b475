import fc from 'fast-check';
import { exportInput } from '../../test/arbitrary/exportInput';
import { exportAs, exportFormats } from './exports';

it.each(exportFormats.map((format) => format.key))(
  '%s names every value that matters, and the location always',
  (format) => {
    fc.assert(
      fc.property(exportInput, (input) => {
        const code = exportAs(format, input);
        expect(code.ok && code.value).toContain(input.location);
        expect(code.ok && code.value).toContain(input.targetId);
      }),
      { numRuns: 30 }
    );
  }
);

it('refuses an id that is none', () => {
  fc.assert(
    fc.property(exportInput, (input) => expect(exportAs('azCli', { ...input, targetId: 'x' }).ok).toBe(false)),
    { numRuns: 1 }
  );
});
