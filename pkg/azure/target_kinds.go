package azure

import (
	"slices"
	"strings"
)

// targetKind is how one resource provider is read. Versions: published specifications and SDKs (arm-cosmosdb, arm-kusto,
// arm-sql, arm-monitor, arm-network, arm-databricks, arm-postgresql-flexible) and, for Microsoft.Monitor, whose
// connections aren't in the public specification, configurations in public use.
type targetKind struct {
	resourceType, apiVersion string
	// listsSubResources is false where there is no privateLinkResources list.
	listsSubResources bool
}

var targetKinds = []targetKind{
	{"Microsoft.DBforMySQL/flexibleServers", "2023-06-30", true},
	{"Microsoft.DBforPostgreSQL/flexibleServers", "2025-08-01", true},
	{"Microsoft.DBforPostgreSQL/serverGroupsv2", "2022-11-08", true},
	{"Microsoft.Databricks/workspaces", "2023-02-01", true},
	{"Microsoft.DocumentDB/databaseAccounts", "2025-10-15", true},
	{"Microsoft.DocumentDB/mongoClusters", "2024-07-01", true},
	{"Microsoft.Insights/privateLinkScopes", "2021-09-01", true},
	{"Microsoft.Kusto/clusters", "2023-08-15", true},
	{"Microsoft.Monitor/accounts", "2023-04-03", false},
	{"Microsoft.Network/privateLinkServices", "2025-01-01", false},
	{"Microsoft.Sql/managedInstances", "2021-11-01", true},
	{"Microsoft.Sql/servers", "2021-11-01", true},
}

func knownKind(resourceType string) (targetKind, bool) {
	at := slices.IndexFunc(targetKinds, func(k targetKind) bool { return strings.EqualFold(k.resourceType, resourceType) })
	if at < 0 {
		return targetKind{}, false
	}
	return targetKinds[at], true
}

func knownTypes() []string {
	var types []string
	for _, kind := range targetKinds {
		types = append(types, kind.resourceType)
	}
	return types
}
