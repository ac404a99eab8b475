import { redactAddress, redactText } from './address/redact';
import { approvalRequest } from './approval/approvalRequest';
import { findRequestCode } from './create/requestCode';
import { readHealth } from './health/healthAnswer';
import { sortHealth } from './health/sortHealth';
import { endpointRows } from './list/row';
import { sourceRows } from './list/sourceRow';
import { matchAll } from './matching/matchAll';
import { oneLine, showHidden } from './outsideText';
import { parseResourceId } from './resourceId';
import { sampleEndpoint } from './testing/sampleEndpoint';
import { sampleWorkspace } from './testing/sampleWorkspace';

const length = 100_000;
const texts = [
  'a',
  'A1',
  'a.',
  'a,',
  'a@',
  'a:',
  'a/',
  '://',
  'a;key=',
  '?sig=',
  '[',
  '"',
  ' ',
  '\u202e',
  '1.',
  '-',
  '\\',
];

const shapes = ['url', 'origin', 'connectionString', 'redis', 'broker', 'hostPort', 'host', 'mssql'] as const;
const uses: Record<string, (text: string) => unknown> = {
  oneLine,
  showHidden,
  redactText,
  redactAddress,
  ...Object.fromEntries(shapes.map((shape) => [`address ${shape}`, (text: string) => redactAddress(text, shape)])),
  findRequestCode,
  parseResourceId,
  health: (message) => sortHealth(readHealth(400, { message, status: 'ERROR' }), { type: 'postgres', hosts: [] }),
  endpoints: (text) =>
    endpointRows(
      [sampleEndpoint({ connectionDescription: text, requestMessage: text, domainName: text, targetId: text })],
      0
    ),
  dataSources: (text) => {
    const all = [{ uid: 'a', name: text, type: 'prometheus', url: text, jsonData: { serverName: text } }];
    return sourceRows(all, matchAll([sampleEndpoint({ domainName: text })], all));
  },
  approval: (text) =>
    approvalRequest({
      endpoint: sampleEndpoint({ requestMessage: text, targetId: text }),
      workspace: sampleWorkspace(),
      requester: text,
      connection: undefined,
    } as never),
};

// What tries each letter as a beginning, for each up to the end, takes minutes here.
it.each(Object.entries(uses))('reads 100,000 letters at once: %s', (_, use) => {
  const slow = texts.filter((text) => {
    const long = text.repeat(length / text.length);
    const start = performance.now();
    ['!', '@:x'].forEach((end) => use(long + end));
    return performance.now() - start > 2_000;
  });
  expect(slow).toEqual([]);
});
