import { stringAt } from '../json';
import { type PreflightRule } from './preflightRule';
import { judgeTarget, verdict } from './verdict';

/** Rules for Cosmos DB and PostgreSQL. */
export const databaseRules: readonly PreflightRule[] = [
  {
    id: 'cosmosMongoKind',
    title: 'API of the Cosmos DB account',
    certainty: 'documented',
    source: 'Microsoft: Connect to a data source privately ("Only for Request Unit (RU) architecture")',
    checked: '2026-11-20',
    judge: judgeTarget(
      'cosmosMongo',
      (target) =>
        target.kind.toLowerCase() === 'mongodb'
          ? verdict('fine', 'The account offers the API for MongoDB with request units (RU).')
          : verdict(
              'problem',
              `This Cosmos DB account is of kind "${target.kind || 'not told'}", not MongoDB, and only MongoDB accounts are supported.`,
              'Choose an account for MongoDB. For the vCore architecture choose the kind "Azure Cosmos DB for MongoDB (vCore)".'
            ),
      "Whether the account is for MongoDB couldn't be read."
    ),
  },
  {
    id: 'postgresVnetIntegration',
    title: 'Network of the PostgreSQL server',
    certainty: 'documented',
    source: 'Microsoft: Connect to a data source privately ("Only for servers that have public access networking")',
    checked: '2026-11-20',
    judge: judgeTarget(
      'postgresFlexible',
      (target) =>
        stringAt(target.properties, 'network', 'delegatedSubnetResourceId')
          ? verdict(
              'problem',
              "The server lives in a virtual network (VNet integration), and such servers can't have private links.",
              'Put a private link service with a load balancer in front of it and choose the kind "Private link service", or move the data to a server with public access networking.'
            )
          : verdict('fine', 'The server has public access networking, so it can have private links.'),
      "Whether the server lives in a virtual network (VNet integration) couldn't be read. Such servers can't have private links."
    ),
  },
];
