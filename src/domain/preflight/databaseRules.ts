import { stringAt } from '../json';
import { judgeTarget, type PreflightRule, verdict } from './preflightRule';

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
          ? verdict('fine', 'The account uses the API for MongoDB with request units (RU).')
          : verdict(
              'problem',
              `This Cosmos DB account has the kind "${target.kind || 'unknown'}". Only MongoDB accounts are supported.`,
              'Select an account for MongoDB. For the vCore architecture, select the resource type "Azure Cosmos DB for MongoDB (vCore)".'
            ),
      "The API of the account couldn't be loaded."
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
              "The server uses VNet integration. Such servers don't support private links.",
              'Create a private link service with a load balancer in front of it and select the resource type "Private link service", or move the data to a server with public access networking.'
            )
          : verdict('fine', 'The server has public access networking, so it supports private links.'),
      "The network settings of the server couldn't be loaded. Servers with VNet integration don't support private links."
    ),
  },
];
