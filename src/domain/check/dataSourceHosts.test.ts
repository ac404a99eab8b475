import table from '../../../testdata/cases/data-source-hosts.json';
import { writeField } from '../address/field';
import { type DataSource } from '../address/dataSource';
import { networkPathOf } from '../advice/networkPath';
import { addressKind } from '../catalogue/dataSourceTypes';
import { type Endpoint } from '../endpoint';
import { type FillProposal, proposeFill } from '../fillIn/proposeFill';
import { type JsonObject } from '../json';
import { matchAll } from '../matching/matchAll';
import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { runCheck } from './runCheck';

interface HostCase {
  source: string;
  target: string;
  endpoint?: Partial<Endpoint>;
  type: string;
  address: string;
  jsonData?: JsonObject;
  path: string;
  test: string;
  update: string;
}

// Addresses of public reports and files, each with what is right for an endpoint to its target.
it.each((table.cases as HostCase[]).map((one) => [one.source, one] as const))('%s', (_, one) => {
  const name = one.target.slice(one.target.lastIndexOf('/') + 1);
  const endpoint = sampleEndpoint({
    targetId: sampleTargetId(one.target.slice(0, one.target.lastIndexOf('/')), name),
    ...{ domainName: '', privateIp: '', targetRegion: '', ...one.endpoint },
  });
  const dataSource = writeField<DataSource>(
    { uid: 'u', name: 'n', type: one.type, access: 'proxy', jsonData: one.jsonData ?? {} },
    addressKind(one.type)?.field ?? '',
    one.address
  );
  const [match] = matchAll([endpoint], [dataSource]).byDataSource.get('u') ?? [];
  expect(networkPathOf(dataSource, match ? [match] : []).path).toBe(one.path);

  const steps = runCheck({
    endpoint,
    view: undefined,
    dataSource,
    target: undefined,
    health: undefined,
    insideManagedNetwork: true,
  });
  const [address, connection] = ['address', 'connection'].map((id) => steps.find((step) => step.id === id));
  const [outcome, mended] = one.test.split(': ');
  expect([address?.outcome, connection?.outcome].filter((told) => told !== 'skipped').join(', ')).toBe(outcome);
  expect(mended === undefined || address?.next === `Change it to ${mended}.`).toBe(true);

  const proposal = proposeFill({ endpoint, dataSource, host: '', unsafeNumbers: false });
  expect(tell(proposal)).toBe(one.update);
  expect(proposal.kind === 'change' && proposal.problem).toBeFalsy();
});

function tell(proposal: FillProposal): string {
  switch (proposal.kind) {
    case 'change':
      return proposal.after;
    case 'ask':
      return `ask ${proposal.offer}`.trim();
    default:
      return proposal.kind;
  }
}
