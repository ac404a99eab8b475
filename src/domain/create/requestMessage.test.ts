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

it('warns of a message that is too long or has no code', () => {
  expect(checkRequestMessage(`${'x'.repeat(140)} ${code}`)?.message).toContain('at most 140');
  expect(stops(checkRequestMessage(`a\nb ${code}`))).toBe(true);
  expect(stops(checkRequestMessage(`\u202egnp.exe ${code}`))).toBe(true);
  expect(stops(checkRequestMessage(`a\u2028b ${code}`))).toBe(true);
  expect(stops(checkRequestMessage('x'.repeat(1001)))).toBe(true);
  expect(checkRequestMessage('Hello')?.message).toContain('no request code');
});

it.each([
  ['Hello MPE-7K3M-X9QT', 'Hello MPE-AAAA-BBBB'],
  ['mpe-7k3m-x9qt twice MPE-7K3M-X9QT', 'MPE-AAAA-BBBB twice MPE-AAAA-BBBB'],
  ['Hello', 'Hello MPE-AAAA-BBBB'],
  ['', 'MPE-AAAA-BBBB'],
])('puts a new code into %j', (message, expected) => {
  expect(replaceRequestCode(message, 'MPE-AAAA-BBBB')).toBe(expected);
});
