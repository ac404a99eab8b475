/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { type Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { connect as connectTls } from 'node:tls';
import { demo } from '../demo';
import { type AzureStandIn } from '../startAzure';
import { startTestAzure } from '../testing/azureClients';
import { controlOf } from '../testing/control';

let azure: AzureStandIn;
let control: ReturnType<typeof controlOf>;
beforeAll(async () => {
  azure = await startTestAzure();
  control = controlOf(azure);
});
afterAll(() => azure.close());
beforeEach(async () => {
  await control.reset();
  await control.turn({ dialTimeoutSeconds: 0.1 });
});

const OUTSIDE = '';

const send = (method: string, path: string, user: string) => {
  const { hostname, port } = new URL(azure.urls.network);
  const headers = { 'Proxy-Authorization': `Basic ${btoa(`${user}:`)}` };
  return request({ hostname, port, method, path, headers, agent: false }).end();
};
const answerTo = (sent: ClientRequest) =>
  new Promise<IncomingMessage>((resolve, reject) => sent.once('response', resolve).once('error', reject));

/** A request over plain http. */
async function get(url: string, user: string = demo.workspaces.main) {
  const answer = await answerTo(send('GET', url, user));
  return { status: answer.statusCode, reason: answer.statusMessage, text: await text(answer) };
}

/** A connection for anything else. */
function connect(hostAndPort: string, user: string = demo.workspaces.main) {
  return new Promise<{ answer: string; socket: Duplex }>((resolve, reject) =>
    send('CONNECT', hostAndPort, user)
      .once('connect', ({ statusCode, statusMessage }, socket) =>
        resolve({ answer: `${statusCode} ${statusMessage}`, socket })
      )
      .once('error', reject)
  );
}

it('leads to stores over plain http, as long as their owner approves', async () => {
  const query = 'http://prometheus.shop.contoso.com:9090/api/v1/query?query=1%2B2';
  const answer = await get(query);
  expect(answer).toMatchObject({ status: 200, reason: 'OK' });
  expect(JSON.parse(answer.text)).toMatchObject({ status: 'success', data: { result: [expect.any(Number), '3'] } });
  await control.call('PUT', `/workspaces/${demo.workspaces.main}/endpoints/prometheus-shop/connection`, {
    status: 'Rejected',
  });
  expect((await get(query)).status).toBe(504);
});

it('leads to stores over TLS, once for each connection', async () => {
  const { answer, socket } = await connect('prometheus.shop.contoso.com:9443');
  expect(answer).toBe('200 Connection established');
  const host = 'prometheus.shop.contoso.com';
  const createConnection = () => connectTls({ socket, servername: host, ca: readFileSync(azure.caFile) });
  const response = await answerTo(request({ host, path: '/api/v1/status/buildinfo', createConnection }).end());
  expect(response.statusCode).toBe(200);
  expect(response.headers.connection).toBe('close');
});

const lookup = (name: string) => `dial tcp: lookup ${name} on 168.63.129.16:53: no such host`;

it.each([
  ['no such name', 'nowhere.contoso.com:80', `502 ${lookup('nowhere.contoso.com')}`],
  ['nobody there', '10.174.0.77:9090', '504 dial tcp 10.174.0.77:9090: i/o timeout'],
  ['a closed port', '10.174.0.24:9091', '502 dial tcp 10.174.0.24:9091: connect: connection refused'],
])('says %s as Go does', async (_, hostAndPort, expected) => {
  expect((await connect(hostAndPort)).answer).toBe(expected);
  const { status, reason, text } = await get(`http://${hostAndPort}/`);
  expect(`${status} ${reason}`).toBe(expected);
  expect(text).toBe(reason);
});

it('lets nobody outside into a managed network', async () => {
  expect((await get('http://prometheus.shop.contoso.com:9090/', OUTSIDE)).reason).toBe(
    lookup('prometheus.shop.contoso.com')
  );
});

it.each(['GET', 'CONNECT'])('refuses a %s that names no host', async (method) => {
  const sent = send(method, '/', OUTSIDE);
  const status = await new Promise((resolve) =>
    sent
      .once('response', ({ statusCode }) => resolve(statusCode))
      .once('connect', ({ statusCode }) => resolve(statusCode))
  );
  expect(status).toBe(502);
});

it('ends where plain http meets TLS', async () => {
  expect(await get('http://prometheus.shop.contoso.com:9443/')).toMatchObject({ status: 502, reason: 'EOF' });
});
