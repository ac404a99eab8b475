import { Hono } from 'hono';
import { bounded, ownMachine } from './ownMachine';

const app = new Hono().use(ownMachine(() => 'azure')).use(bounded);
app.all('*', async (c) => c.text(String((await c.req.text()).length)));

const ask = (method: string, headers: Record<string, string>, body?: BodyInit) =>
  app.request('/reset', { method, headers, body });

it.each([
  ['POST', { Host: 'localhost:8090' }, 200],
  ['POST', { Host: '127.0.0.1:8090' }, 200],
  ['POST', { Host: '[::1]:8090' }, 200],
  ['POST', { Host: 'azure:8090' }, 200],
  ['POST', { Host: 'localhost:8090', Origin: 'http://localhost:8090' }, 200],
  ['GET', { Host: 'localhost:8090', 'Sec-Fetch-Site': 'cross-site' }, 200],
  ['GET', { Host: 'evil.test:8090' }, 403],
  ['GET', { Host: 'localhost.evil.test' }, 403],
  ['GET', {}, 403],
  ['POST', { Host: 'localhost:8090', Origin: 'https://evil.test' }, 403],
  ['POST', { Host: 'localhost:8090', Origin: 'null' }, 403],
  ['POST', { Host: 'localhost:8090', Origin: 'http://localhost:9999' }, 403],
  ['POST', { Host: 'localhost:8090', Origin: 'http://localhost:8090.evil.test' }, 403],
  ['POST', { Host: 'localhost:8090', 'Sec-Fetch-Site': 'cross-site' }, 403],
])('%s with %j is answered with %i', async (method, headers, status) => {
  expect((await ask(method, headers)).status).toBe(status);
});

it('reads bodies up to a limit, whether or not they tell their length', async () => {
  const own = { Host: 'localhost' };
  expect(await (await ask('POST', own, 'x'.repeat(1 << 20))).text()).toBe(String(1 << 20));
  expect((await ask('POST', own, 'x'.repeat(9 << 20))).status).toBe(413);
  const endless = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(1 << 20)) });
  const request = new Request('http://localhost/', {
    method: 'POST',
    headers: own,
    body: endless,
    duplex: 'half',
  } as RequestInit);
  expect((await app.request(request)).status).toBe(413);
});
