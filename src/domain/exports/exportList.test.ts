import fc from 'fast-check';
import { nastyText } from '../../test/arbitrary/exportInput';
import { readCsv } from '../../test/arbitrary/readCsv';
import { endpointRows } from '../list/row';
import { sampleEndpoint, sampleWorkspaceId } from '../testing/sampleEndpoint';
import { csv } from './csv';
import { listAsCsv, listAsJson } from './exportList';

const dangerous = /^[=+\-@\t\r\n＝＋－＠]/;

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '=cmd|"/c calc"!A0'])(
  'keeps a spreadsheet from running %j',
  (text) => {
    expect(readCsv(csv([[text, 'x']]))).toEqual([[`'${text}`, 'x']]);
  }
);

it('reads back as it was, but for the apostrophe before a formula', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.oneof(nastyText, fc.string()), { minLength: 1, maxLength: 4 }), { minLength: 1 }),
      (table) => {
        const read = readCsv(csv(table));
        expect(read).toEqual(table.map((row) => row.map((text) => (dangerous.test(text) ? `'${text}` : text))));
        expect(read.flat().filter((text) => dangerous.test(text))).toEqual([]);
      }
    )
  );
});

const endpoint = sampleEndpoint({
  name: 'influx',
  connectionState: 'Pending',
  requestMessage: '=HYPERLINK("http://evil")',
  tags: { team: 'a, "b"' },
  subResources: ['one', 'two'],
});

it('writes all of an endpoint as CSV', () => {
  const [head = [], row = []] = readCsv(listAsCsv(endpointRows([endpoint], 0)));
  expect(Object.fromEntries(head.map((name, i) => [name, row[i]]))).toEqual({
    Name: 'influx',
    State: 'Pending approval',
    'Connection state': 'Pending',
    'Provisioning state': 'Succeeded',
    'Owner comment': '',
    'Resource type': 'Private link service',
    Target: 'influx-pls',
    'Sub-resource': 'one, two',
    'Domain name': 'influx.internal.contoso.com',
    'Private IP': '10.0.0.5',
    'Request message': `'=HYPERLINK("http://evil")`,
    Tags: '{"team":"a, \\"b\\""}',
    Location: 'westeurope',
    'Target region': 'westeurope',
    Created: endpoint.createdAt,
    'Created by': 'kim@contoso.com',
    'Last modified': endpoint.lastModifiedAt,
    'Last modified by': 'kim@contoso.com',
    'Target resource ID': endpoint.targetId,
    'Resource ID': endpoint.id,
  });
});

it('writes nothing where there are no tags', () => {
  const [head = [], row = []] = readCsv(listAsCsv(endpointRows([{ ...endpoint, tags: {} }], 0)));
  expect(row[head.indexOf('Tags')]).toBe('');
});

it('writes all of an endpoint as JSON, with its state in words', () => {
  const text = listAsJson(endpointRows([endpoint], 0), { id: sampleWorkspaceId, name: 'contoso-grafana' });
  expect(JSON.parse(text)).toEqual({
    workspace: { id: sampleWorkspaceId, name: 'contoso-grafana' },
    endpoints: [{ ...endpoint, state: 'Pending approval' }],
  });
});
