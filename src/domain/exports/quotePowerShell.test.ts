import fc from 'fast-check';
import { nastyText } from '../../test/arbitrary/exportInput';
import { quotePowerShell } from './quotePowerShell';

const quotes = "'\u2018\u2019\u201a\u201b";

/** Reads a verbatim PowerShell string: it ends at a quote that isn't doubled. */
function readPowerShell(source: string): string {
  const body = new RegExp(`^'((?:[^${quotes}]|[${quotes}]{2})*)'$`, 's').exec(source)?.[1];
  if (body === undefined) {
    throw new Error(`Not one PowerShell string: ${source}`);
  }
  return body.replace(new RegExp(`([${quotes}])[${quotes}]`, 'g'), '$1');
}

it('every text reads back as it was', () => {
  fc.assert(
    fc.property(fc.oneof(nastyText, fc.string({ unit: 'binary' })), (text) => {
      expect(readPowerShell(quotePowerShell(text))).toBe(text.replaceAll('\0', ''));
    })
  );
});
