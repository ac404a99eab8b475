package azure

import (
	"encoding/json"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// serviceHost is how clients name an Azure service that keeps its public host name behind a private link.
type serviceHost struct {
	// patterns hold {name} and {region}; none where part of the host is known to Azure alone.
	patterns []string
	// told reads the host from the target's properties, keyed in lower case.
	told func(properties map[string]jsontext.Value) []string
}

// Microsoft Learn, "Azure Private Endpoint private DNS zone values"; properties: the providers' published specifications.
// A private link scope has no host to fill in, so it owns none.
var serviceHosts = map[string]serviceHost{
	"microsoft.monitor/accounts":                {told: inside("metrics", "prometheusQueryEndpoint")},
	"microsoft.insights/privatelinkscopes":      {},
	"microsoft.kusto/clusters":                  {[]string{"{name}.{region}.kusto.windows.net"}, text("uri")},
	"microsoft.databricks/workspaces":           {told: text("workspaceurl")},
	"microsoft.sql/servers":                     {[]string{"{name}.database.windows.net"}, text("fullyqualifieddomainname")},
	"microsoft.sql/managedinstances":            {told: text("fullyqualifieddomainname")},
	"microsoft.dbforpostgresql/flexibleservers": {[]string{"{name}.postgres.database.azure.com"}, text("fullyqualifieddomainname")},
	"microsoft.dbforpostgresql/servergroupsv2":  {told: serverNames},
	"microsoft.documentdb/databaseaccounts":     {patterns: []string{"{name}.mongo.cosmos.azure.com"}},
	"microsoft.documentdb/mongoclusters":        {patterns: []string{"{name}.mongocluster.cosmos.azure.com", "{name}.global.mongocluster.cosmos.azure.com"}},
}

func (s serviceHost) derived(name, region string) []string {
	region = strings.ReplaceAll(strings.ToLower(region), " ", "")
	var hosts []string
	for _, pattern := range s.patterns {
		if region == "" && strings.Contains(pattern, "{region}") {
			continue
		}
		host := strings.NewReplacer("{name}", strings.ToLower(name), "{region}", region).Replace(pattern)
		// Cutting a colon and what follows off, as of a URL, would leave a host of the name's choice.
		if IsHostName(host) {
			hosts = append(hosts, host)
		}
	}
	return hosts
}

// OwnHosts are the names that the target tells of itself.
func (t Target) OwnHosts() OwnHosts {
	own := OwnHosts{Service: true}
	if service, ok := serviceHosts[strings.ToLower(t.Type)]; ok && service.told != nil {
		lower := map[string]jsontext.Value{}
		for key, value := range t.Properties {
			lower[strings.ToLower(key)] = value
		}
		own.Names = onlyHosts(service.told(lower)...)
	}
	return own
}

func text(key string) func(map[string]jsontext.Value) []string {
	return func(properties map[string]jsontext.Value) []string {
		var told string
		_ = json.Unmarshal(properties[key], &told)
		return []string{told}
	}
}

func inside(outer, key string) func(map[string]jsontext.Value) []string {
	return func(properties map[string]jsontext.Value) []string {
		told := map[string]any{}
		_ = json.Unmarshal(properties[outer], &told)
		host, _ := told[key].(string)
		return []string{host}
	}
}

func serverNames(properties map[string]jsontext.Value) []string {
	var servers []struct{ FullyQualifiedDomainName string }
	_ = json.Unmarshal(properties["servernames"], &servers)
	var names []string
	for _, server := range servers {
		names = append(names, server.FullyQualifiedDomainName)
	}
	return names
}

// onlyHosts keeps what is a host name once scheme, port and path are off.
func onlyHosts(texts ...string) []string {
	var hosts []string
	for _, host := range texts {
		host = strings.TrimPrefix(strings.ToLower(host), "https://")
		if end := strings.IndexAny(host, ":/"); end >= 0 {
			host = host[:end]
		}
		if IsHostName(host) && strings.Contains(host, ".") {
			hosts = append(hosts, host)
		}
	}
	return hosts
}
