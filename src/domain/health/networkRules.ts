import { type HealthRule } from './healthRule';

/** Texts of Go's network libraries, which Grafana's backend uses, and of the operating system below: name, route and port. */
export const networkRules: readonly HealthRule[] = [
  [/unable to get instances from sql server browser/i, 'instancePort'],
  [
    /no such host|hostname resolving error|name or service not known|could not translate host name|ENOTFOUND/i,
    'noSuchHost',
  ],
  [
    /lookup [^\s:]+(?: on [^\s]+)?: .{0,80}(?:i\/o timeout|server misbehaving|temporary failure)|temporary failure in name resolution/i,
    'nameServer',
  ],
  [/connection refused|actively refused|ECONNREFUSED/i, 'refused'],
  [/no route to host|network is unreachable|host (?:is )?unreachable|EHOSTUNREACH/i, 'noRoute'],
  [/connect: permission denied/i, 'unreachable'],
  [
    /dial (?:tcp|udp)[^\n]{0,200}(?:i\/o timeout|connection timed out|operation timed out)|connect: connection timed out|ETIMEDOUT/i,
    'noAnswer',
  ],
  [/connection reset by peer|forcibly closed by the remote host|ECONNRESET|broken pipe/i, 'reset'],
  [/a network-related or instance-specific error|can't connect to mysql server/i, 'unreachable'],
];
