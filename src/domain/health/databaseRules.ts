import { type HealthRule } from './healthRule';

// Types whose texts these are; where the type is unknown, all are tried.
const postgres = ['grafana-postgresql-datasource', 'postgres'];
const mysql = ['mysql'];
const mssql = ['mssql'];

/** SQL databases: SQLSTATE and PostgreSQL's own words, MySQL's error numbers, SQL Server's messages. */
export const databaseRules: ReadonlyArray<readonly [types: readonly string[], rules: readonly HealthRule[]]> = [
  [
    postgres,
    [
      [/pg_hba\.conf/i, 'hostRule'],
      [/unsupported frontend protocol|invalid length of startup packet/i, 'wrongProtocol'],
      [/SQLSTATE 28(?:000|P01)|password authentication failed|role ".{0,80}" does not exist/i, 'wrongCredentials'],
      [/SQLSTATE 42501|permission denied for/i, 'noRights'],
      [/SQLSTATE (?:3D000|42P01|3F000)|(?:database|relation|schema) ".{0,80}" does not exist/i, 'noDatabase'],
      [/SQLSTATE (?:53\d{3}|57014|57P03)|too many (?:connections|clients)|connection slots are reserved/i, 'busy'],
      [/canceling statement due to|the database system is (?:starting up|shutting down)/i, 'busy'],
      [/SQLSTATE \w{5}|\bpq: (?!ssl)/i, 'storeError'],
    ],
  ],
  [
    mysql,
    [
      [/\berror(?: number:| )\s*1045\b|access denied for user .{0,120}using password/is, 'wrongCredentials'],
      [
        /requires mysql native password|authentication plugin|\berror(?: number:| )\s*(?:1251|1524|1698|1862)\b/i,
        'wrongCredentials',
      ],
      [/\berror(?: number:| )\s*(?:1044|1142|1130|1227)\b|access denied for user .{0,120}to database/is, 'noRights'],
      [/is not allowed to connect to this (?:mysql|mariadb) server/i, 'noRights'],
      [
        /\berror(?: number:| )\s*(?:1049|1146|1054)\b|unknown (?:database|column)|table .{0,80}doesn't exist/i,
        'noDatabase',
      ],
      [/\berror(?: number:| )\s*(?:1040|1129|1203|1226|1205)\b|too many connections/i, 'busy'],
      [/is blocked because of many connection errors/i, 'busy'],
      [/\berror(?: number:| )\s*1\d{3}\b|you have an error in your sql syntax/i, 'storeError'],
    ],
  ],
  [
    mssql,
    [
      [/expected packet type 4, PRELOGIN/i, 'wrongProtocol'],
      [/cannot open (?:server|failover group) .{0,200}requested by the login/is, 'serverName'],
      [/login failed\b|untrusted domain/i, 'wrongCredentials'],
      [/cannot open database/i, 'noDatabase'],
      [/not able to access the database|permission was denied/i, 'noRights'],
      [/is not currently available|resource id ?: \d|service is currently busy/i, 'busy'],
      [/KDC_ERR|kerberos/i, 'cantSignIn'],
    ],
  ],
];
