import { isHostName, isIpv6, isReachableIp } from './host';

const label = 'a'.repeat(63);

it.each([
  ['contoso.com', true],
  ['a', true],
  ['a-b.c0', true],
  [`${label}.com`, true],
  [`${label}a.com`, false],
  [`${label}.${label}.${label}.${'a'.repeat(61)}`, true],
  [`${label}.${label}.${label}.${'a'.repeat(62)}`, false],
  ['Contoso.com', false],
  ['contoso.com.', false],
  ['contoso..com', false],
  ['-a.com', false],
  ['a-.com', false],
  ['a_b.com', false],
  ['a.com:1', false],
  ['', false],
])('%s is a host name: %s', (text, expected) => {
  expect(isHostName(text)).toBe(expected);
});

it.each([
  ['::', true],
  ['::1', true],
  ['fd00::5', true],
  ['FD00::A', true],
  ['1:2:3:4:5:6:7:8', true],
  ['1::3:4:5:6:7:8', true],
  ['::ffff:10.0.0.5', true],
  ['1:2:3:4:5:6:7', false],
  ['1:2:3:4:5:6:7:8:9', false],
  ['1::2::3', false],
  ['1:2:3:4:5:6:7::8:9', false],
  ['fd00::g', false],
  ['fd00::12345', false],
  ['::ffff:10.0.0.256', false],
  ['::ffff:10.0.0', false],
  ['fe80::1%eth0', false],
  ['[::1]', false],
  ['::1]@evil.test/[', false],
  ['::1]@evil.test/[::1', false],
  ['10.0.0.5', false],
  ['', false],
])('%s is an IPv6 address: %s', (text, expected) => {
  expect(isIpv6(text)).toBe(expected);
});

it.each([
  ['10.0.0.5', true],
  ['10.0.0.0', true],
  ['255.255.255.254', true],
  ['223.255.255.255', true],
  ['240.0.0.1', true],
  ['fd00::5', true],
  ['2001:db8::1', true],
  ['fe7f::1', true],
  ['fec0::1', true],
  ['::2', true],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['127.0.0.1', false],
  ['127.9.9.9', false],
  ['169.254.169.254', false],
  ['224.0.0.1', false],
  ['239.255.255.255', false],
  ['10.0.0.256', false],
  ['10.0.0', false],
  ['10.0.0.0.1', false],
  ['010.0.0.5', false],
  ['::', false],
  ['::1', false],
  ['0:0:0:0:0:0:0:1', false],
  ['::ffff:10.0.0.5', false],
  ['::ffff:a00:5', false],
  ['fe80::1', false],
  ['febf::1', false],
  ['ff02::1', false],
  ['fd00::5%eth0', false],
  ['contoso', false],
  ['', false],
])('%s can be another machine’s: %s', (text, expected) => {
  expect(isReachableIp(text)).toBe(expected);
});
