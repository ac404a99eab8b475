import { headersForBrowser, headersForPlugin } from './resourceHeaders';

describe('headers for the plugin', () => {
  const passed = headersForPlugin(
    new Headers({
      Authorization: 'Basic YWRtaW46YWRtaW4=',
      Cookie: 'grafana_session=x',
      Origin: 'http://localhost:3000',
      Referer: 'http://localhost:3000/a/app',
      'User-Agent': 'a browser',
      Connection: 'keep-alive, X-Secret-Hop',
      'X-Secret-Hop': 'x',
      'Content-Type': 'application/json',
      'X-Grafana-Id': 'someone',
      'X-Custom': 'kept',
    }),
    '127.0.0.1'
  );

  it('hold no credentials and nothing of the connection', () => {
    expect(Object.keys(passed).sort()).toEqual(['Content-Type', 'X-Custom', 'X-Forwarded-For', 'X-Grafana-Referer']);
  });

  it('say where the call comes from', () => {
    expect(passed['X-Forwarded-For']).toEqual({ values: ['127.0.0.1'] });
  });
});

describe('headers for the browser', () => {
  it('are sandboxed, whatever the plugin says', () => {
    const headers = headersForBrowser({ 'Content-Security-Policy': { values: ["script-src 'self'"] } }, 200);
    expect(headers.get('Content-Security-Policy')).toBe('sandbox');
  });

  it('set no cookie and keep the rest', () => {
    const headers = headersForBrowser({ 'Set-Cookie': { values: ['a=b'] }, 'Retry-After': { values: ['5'] } }, 429);
    expect(headers.get('Set-Cookie')).toBeNull();
    expect(headers.get('Retry-After')).toBe('5');
  });

  it('default to JSON where there is a body', () => {
    expect(headersForBrowser({}, 200).get('Content-Type')).toBe('application/json');
    expect(headersForBrowser({}, 204).get('Content-Type')).toBeNull();
  });
});
