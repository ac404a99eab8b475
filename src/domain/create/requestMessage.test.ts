import fc from 'fast-check';
import { stops } from '../checked';
import { findRequestCode } from './requestCode';
import { checkRequestMessage, draftRequestMessage, replaceRequestCode, requestMessageLength } from './requestMessage';

const code = 'MPE-7K3M-X9QT';

it('says who asks, for what, and carries the code', () => {
  expect(draftRequestMessage({ workspaceName: 'contoso-grafana', requester: 'Kim', code })).toBe(
    'Kim requests private access from Azure Managed Grafana contoso-grafana. MPE-7K3M-X9QT'
  );
  expect(draftRequestMessage({ workspaceName: 'w', requester: '', code })).toBe(
    'Request for private access from Azure Managed Grafana w. MPE-7K3M-X9QT'
  );
});

it('always fits and is always accepted', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ maxLength: 300 }), (workspaceName, requester) => {
      fc.pre(findRequestCode(`${requester} ${workspaceName}`) === '');
      const message = draftRequestMessage({ workspaceName, requester, code });
      expect(message.length).toBeLessThanOrEqual(requestMessageLength);
      expect(checkRequestMessage(message)).toBeUndefined();
    })
  );
});

it('is cut where it is too long, but for the code', () => {
  const message = draftRequestMessage({ workspaceName: 'w'.repeat(300), requester: 'Kim', code });
  expect(message).toHaveLength(requestMessageLength);
  expect(message.endsWith(`www… ${code}`)).toBe(true);
});

const filled = (length: number) => `${code} `.padEnd(length, 'x');

it.each([
  [filled(140), '', false],
  [filled(141), 'at most 140', false],
  [filled(1000), 'at most 140', false],
  [filled(1001), 'Shorten it to 140', true],
  ['Hello', 'no request code', false],
  [`a\nb ${code}`, 'on one line', true],
  [`\u202egnp.exe ${code}`, 'invisible characters', true],
  [`a\u2028b ${code}`, 'on one line', true],
])('judges %j: %j', (message, expected, stopped) => {
  const problem = checkRequestMessage(message);
  expect(problem?.message ?? '').toContain(expected);
  expect(problem === undefined).toBe(expected === '');
  expect(stops(problem)).toBe(stopped);
});

it.each([
  ['Hello MPE-7K3M-X9QT', 'Hello MPE-AAAA-BBBB'],
  ['mpe-7k3m-x9qt twice MPE-7K3M-X9QT', 'MPE-AAAA-BBBB twice MPE-AAAA-BBBB'],
  ['Hello', 'Hello MPE-AAAA-BBBB'],
  ['', 'MPE-AAAA-BBBB'],
])('puts a new code into %j', (message, expected) => {
  expect(replaceRequestCode(message, 'MPE-AAAA-BBBB')).toBe(expected);
});
