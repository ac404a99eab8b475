import { readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogue, kindOfTarget } from '../catalogue/catalogue';
import { type JsonObject } from '../json';
import { type Target } from '../target';
import { sampleEndpoint } from '../testing/sampleEndpoint';
import { endpointHosts } from './endpointHosts';

/** Written by the Go tests (pkg/azure): which hosts the backend takes for an endpoint's own. */
interface Contract {
  targetProperties: JsonObject;
  endpoints: Array<{
    targetId: string;
    targetRegion: string;
    domainName: string;
    privateIp: string;
    names: string[];
    below: string;
    ip: string;
    service: boolean;
  }>;
}

const file = path.join(__dirname, '../../../testdata/contract/hosts/own-hosts.json');
const { targetProperties, endpoints } = JSON.parse(readFileSync(file, 'utf8')) as Contract;
const target: Target = {
  id: '',
  name: '',
  type: '',
  kind: '',
  location: '',
  sku: '',
  properties: targetProperties,
  subResources: [],
};

it.each(endpoints)('$targetId in "$targetRegion", "$domainName"', ({ names, below, ip, service, ...fields }) => {
  const hosts = endpointHosts(sampleEndpoint(fields), target);
  expect([...hosts.names].sort()).toEqual(names);
  expect(hosts.wildcard).toBe(below && `*.${below}`);
  expect(hosts.ip).toBe(ip);
  expect(hosts.source !== 'endpoint').toBe(service);
});

it('knows all kinds of the catalogue', () => {
  const known = new Set(endpoints.map(({ targetId }) => kindOfTarget(targetId)?.key));
  expect(catalogue.map(({ key }) => key).filter((key) => !known.has(key))).toEqual([]);
});
