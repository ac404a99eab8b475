import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { aksDraft, aksDrafts } from '../../test/arbitrary/linkServiceDraft';
import { nastyText } from '../../test/arbitrary/exportInput';
import { linkServiceAnnotations } from '../catalogue/linkServices';
import { aksParts, type AksParts } from './linkServiceParts';
import { serviceManifest } from './serviceManifest';

type Schema = Parameters<typeof z.fromJSONSchema>[0];

/** Refuses members that the schema doesn't name, as the API server does with strict validation. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) {
    return schema.map(strict);
  }
  if (!schema || typeof schema !== 'object') {
    return schema;
  }
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strict(value)]));
  return 'properties' in schema && !('additionalProperties' in schema)
    ? { ...inner, additionalProperties: false }
    : inner;
}

const file = path.join(__dirname, '../../../testdata/schemas/kubernetes-service.json');
const service = z.fromJSONSchema(strict(JSON.parse(readFileSync(file, 'utf8'))) as Schema);

const partsOf = (draft: typeof aksDraft): AksParts => {
  const parts = aksParts(draft);
  if (!parts) {
    throw new Error('The draft is incomplete');
  }
  return parts;
};

const annotationsOf = (manifest: string): Record<string, string> => parse(manifest).metadata.annotations;

it('writes the Service with what AKS needs', () => {
  expect(parse(serviceManifest(partsOf(aksDraft)))).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'prometheus-private',
      namespace: 'monitoring',
      annotations: {
        'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
        'service.beta.kubernetes.io/azure-pls-create': 'true',
        'service.beta.kubernetes.io/azure-pls-name': 'prometheus-private',
        'service.beta.kubernetes.io/azure-pls-resource-group': 'mc_shop',
        'service.beta.kubernetes.io/azure-pls-ip-configuration-subnet': 'private-link',
        'service.beta.kubernetes.io/azure-pls-fqdns': 'prometheus.shop.contoso.com',
        'service.beta.kubernetes.io/azure-pls-proxy-protocol': 'false',
        'service.beta.kubernetes.io/azure-pls-visibility': '*',
      },
    },
    spec: {
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Cluster',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      selector: { 'app.kubernetes.io/name': 'prometheus', tier: 'metrics' },
      ports: [{ name: 'data', protocol: 'TCP', port: 9090, targetPort: 9090 }],
    },
  });
});

it.each(['http2', '2http'])('takes %s for the name of a port', (targetPort) => {
  expect(parse(serviceManifest(partsOf({ ...aksDraft, targetPort }))).spec.ports[0].targetPort).toBe(targetPort);
});

it('the schema notices a wrong type and an unknown member', () => {
  const good = parse(serviceManifest(partsOf(aksDraft)));
  expect(service.safeParse(good).error).toBeUndefined();
  const bad = (change: (manifest: ReturnType<typeof parse>) => void) => {
    const manifest = structuredClone(good);
    change(manifest);
    return service.safeParse(manifest).success;
  };
  expect(bad((manifest) => (manifest.spec.ports[0].port = '9090'))).toBe(false);
  expect(bad((manifest) => (manifest.spec.trafficPolicy = 'Cluster'))).toBe(false);
  expect(bad((manifest) => (manifest.metadata.annotations.x = true))).toBe(false);
  expect(bad((manifest) => (manifest.spec.selector.x = 1))).toBe(false);
});

it('fits Kubernetes’ own schema, and uses documented annotations only', () => {
  fc.assert(
    fc.property(aksDrafts, (draft) => {
      const manifest = serviceManifest(partsOf(draft));
      expect(service.safeParse(parse(manifest)).error).toBeUndefined();
      // AKS documents this one with internal load balancers.
      const own = 'service.beta.kubernetes.io/azure-load-balancer-internal';
      const names = Object.keys(annotationsOf(manifest));
      expect(names.filter((name) => name !== own && !linkServiceAnnotations.includes(name))).toEqual([]);
      expect(names).toContain('service.beta.kubernetes.io/azure-pls-create');
    }),
    { numRuns: 100 }
  );
});

it('leaves out what isn’t set, and a wildcard, which a link service doesn’t take', () => {
  const names = Object.keys(
    annotationsOf(serviceManifest(partsOf({ ...aksDraft, subnet: '', domainName: '*.prom.contoso.com' })))
  );
  expect(names.some((name) => /subnet|fqdns/.test(name))).toBe(false);
});

it('every text reads back as it was, whatever it holds', () => {
  const text = fc.oneof(nastyText, fc.string({ unit: 'binary', minLength: 1 })).filter((value) => value !== '');
  fc.assert(
    fc.property(text, text, (name, value) => {
      const parts = { ...partsOf(aksDraft), name, namespace: value, subnet: value, targetPort: value };
      const manifest = serviceManifest({ ...parts, selector: { [`k${name}`]: value } });
      expect(parseAllDocuments(manifest)).toHaveLength(1);
      const read = parse(manifest);
      expect(read.metadata).toMatchObject({ name, namespace: value });
      expect(read.spec.selector).toEqual({ [`k${name}`]: value });
      expect(read.spec.ports[0].targetPort).toBe(value);
    })
  );
});
