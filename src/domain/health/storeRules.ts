import { type HealthRule } from './healthRule';

/** Other stores, each by its own words and codes. */
export const storeRules: ReadonlyArray<readonly [types: readonly string[], rules: readonly HealthRule[]]> = [
  [
    ['elasticsearch', 'grafana-opensearch-datasource'],
    [
      [/security_exception|authentication to data source failed|unable to authenticate user/i, 'wrongCredentials'],
      [/index_not_found|index not found|no such index|could not find (?:time )?field/i, 'noDatabase'],
      [/elasticsearch version .{0,40}is not supported by the opensearch plugin/i, 'wrongType'],
      [/end-of-life|unsupported version/i, 'version'],
      [/too many buckets|all shards failed|circuit_breaking|data source is not healthy$/i, 'storeError'],
    ],
  ],
  [
    ['influxdb'],
    [
      [/unauthorized access|authorization not found|InfluxDB returned error: unauthorized/i, 'wrongCredentials'],
      [/no buckets found|(?:database|bucket).{0,80}not found|could not find bucket/i, 'noDatabase'],
      [/unknown influx version/i, 'wrongTypeUnseen'],
      [/error parsing query|failed to parse query|limit exceeded: max|max-series/i, 'storeError'],
      [/query-timeout limit exceeded|limit exceeded/i, 'busy'],
    ],
  ],
  [
    ['loki', 'tempo', 'prometheus', 'grafana-azureprometheus-datasource', 'jaeger', 'grafana-pyroscope-datasource'],
    [
      [/\bno org id\b/i, 'noTenant'],
      [/too many outstanding requests/i, 'busy'],
      [/syntax error: unexpected IDENTIFIER/, 'version'],
      [/bad_data|parse error|trace (?:id )?not found|data source connected, but no/i, 'storeError'],
      [/end timestamp must not be before|timestamp too old/i, 'storeError'],
      [/expected \*\w+Request/, 'storeError'],
    ],
  ],
  [
    ['grafana-clickhouse-datasource', 'vertamedia-clickhouse-datasource'],
    [
      [/unexpected packet \[\d+\]/i, 'wrongProtocol'],
      [
        /code: (?:194|516|192|193)\b|\[auth\] authentication failed|authentication failed: password/i,
        'wrongCredentials',
      ],
      [/code: (?:164|497)\b|\[auth\] access denied|setting is locked|not enough privileges/i, 'noRights'],
      [/code: (?:60|81)\b|unknown (?:table|database)/i, 'noDatabase'],
      [/code: (?:202|159|241)\b/i, 'busy'],
      [/DB::Exception/, 'storeError'],
      [/\[timeout\]/, 'slow'],
      [/\[tls\]/, 'tlsOther'],
      [/\[config\]/, 'badUrl'],
    ],
  ],
  [
    ['grafana-mongodb-datasource', 'grafana-azurecosmosdb-datasource'],
    [
      [/Error=16500|TooManyRequests|request rate is large/i, 'busy'],
      [
        /\(?AuthenticationFailed\)?|auth(?:entication)? error: |username and\/or password cannot be verified/i,
        'wrongCredentials',
      ],
      [/kerberos credentials cannot be verified/i, 'cantSignIn'],
      [/\(Unauthorized\) not authorized on|not authorized on .{0,60}to execute/i, 'noRights'],
      [/unsupported OP_QUERY|wire version/i, 'version'],
      [/server selection (?:error|timeout)/i, 'slow'],
    ],
  ],
  [
    ['redis-datasource'],
    [
      [/\b(?:NOAUTH|WRONGPASS)\b/, 'wrongCredentials'],
      [/\b(?:NOPERM|DENIED)\b/, 'noRights'],
      [/\bLOADING\b|max number of clients/, 'busy'],
    ],
  ],
  [
    ['grafana-snowflake-datasource', 'michelin-snowflake-datasource'],
    [
      [/\b390422\b|is not allowed to access snowflake/i, 'addressRefused'],
      [/\b3901(?:00|14|44|89)\b|incorrect username or password|JWT token is invalid/i, 'wrongCredentials'],
      [/invalid private key/i, 'cantSignIn'],
      [/role .{0,60}not granted|insufficient privileges/i, 'noRights'],
      [/verify the account name/i, 'accountName'],
    ],
  ],
  [
    ['grafana-databricks-datasource', 'mullerpeter-databricks-datasource'],
    [
      [/invalid access token|HTTP response code: 40[01]\b/i, 'unauthorized'],
      [/RESOURCE_DOES_NOT_EXIST/, 'noDatabase'],
      [/TEMPORARILY_UNAVAILABLE/, 'busy'],
    ],
  ],
  [
    ['grafana-azure-data-explorer-datasource'],
    [
      [/is not authorized to perform operation/i, 'noRights'],
      [/does not have permission to use azure resource graph/i, 'noManagement'],
      [/does not have permission to get schemas/i, 'forbidden'],
      [/does not have a default database/i, 'databaseUnset'],
      [/schema loaded but without any/i, 'storeError'],
    ],
  ],
  [
    ['grafana-azure-monitor-datasource'],
    [
      [/InsufficientAccessError|AuthorizationFailed\b|does not have authorization to perform action/i, 'noRights'],
      [/AuthorizationRequiredError/, 'unauthorized'],
      [/InvalidResourceType|NoRegisteredProviderFound|InvalidApiVersion/, 'version'],
      [/workspace not found|endpoint: not found|subscription ids have to be valid/i, 'noDatabase'],
      [/ThrottledError/, 'throttled'],
    ],
  ],
];
