import { splitPem } from './splitPem';

const block = (kind: string) => `-----BEGIN ${kind}-----\nMIIE\nvQ==\n-----END ${kind}-----`;
const certificate = block('CERTIFICATE');

it.each(['PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY'])('parts certificate and %s, in either order', (kind) => {
  const privateKey = block(kind);
  expect(splitPem(`${privateKey}\n${certificate}\n`)).toEqual({ certificate, privateKey });
  expect(splitPem(`${certificate}\r\n${privateKey}\r\n${certificate}`)).toEqual({
    certificate: `${certificate}\r\n${certificate}`,
    privateKey,
  });
});

it.each(['', 'half a line', certificate, `${certificate}\n`, '-----BEGIN PRIVATE KEY-----\ncut off'])(
  'leaves %j as it is',
  (text) => expect(splitPem(text)).toEqual({ certificate: text, privateKey: '' })
);
