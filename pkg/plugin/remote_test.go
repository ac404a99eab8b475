package plugin

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

const (
	targets = "/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/data/providers/"
)

// shopMetrics has what must come back as it was: unknown members, numbers of all kinds, secrets' names.
const shopMetrics = `{"id":7,"uid":"shop-metrics","orgId":1,"name":"Shop metrics","type":"prometheus","typeLogoUrl":"","access":"proxy",` +
	`"url":"https://old.shop.contoso.com:9443/prom","user":"","database":"","basicAuth":true,"basicAuthUser":"grafana","withCredentials":false,"isDefault":false,` +
	`"jsonData":{"httpMethod":"POST","timeInterval":"30s","ratio":1.50,"odd":{"a":[1,2,{"b":null}]},"é\u2028":"<&>"},"secureJsonFields":{"basicAuthPassword":true},` +
	`"version":4,"readOnly":false,"apiVersion":"","accessControl":{"datasources:write":true},"somethingNew":[true]}`

// sourceOf is a data source with an address in a field.
func sourceOf(uid, dataSourceType, field, value string) string {
	text, _ := json.Marshal(value)
	url, jsonData := `""`, `{"x":1}`
	if key, ok := strings.CutPrefix(field, "jsonData."); ok {
		jsonData = fmt.Sprintf(`{"x":1,%q:%s}`, key, text)
	} else {
		url = string(text)
	}
	return fmt.Sprintf(`{"uid":%q,"name":%q,"type":%q,"access":"proxy","url":%s,"jsonData":%s,"version":1,"readOnly":false}`, uid, uid, dataSourceType, url, jsonData)
}

// endpointJSON is an endpoint as Azure answers it.
func endpointJSON(name, provisioning, connection, targetID, domainName, ip string) string {
	return fmt.Sprintf(`{"id":"%s/managedPrivateEndpoints/%s","name":%q,"properties":{"provisioningState":%q,"privateLinkResourceId":%q,"privateLinkResourceRegion":"westeurope",`+
		`"privateLinkServiceUrl":%q,"privateLinkServicePrivateIP":%q,"connectionState":{"status":%q}}}`,
		azuretest.WorkspaceID, name, name, provisioning, targetID, domainName, ip, connection)
}

// remoteSetup is a workspace with a Grafana, and an endpoint "shop" that is ready.
func remoteSetup(t *testing.T, sources ...string) (*setup, *azuretest.Azure, *azuretest.Grafana) {
	t.Helper()
	fake := azuretest.Start(t)
	grafana := azuretest.StartGrafana(t, append([]string{shopMetrics}, sources...)...)
	answerWorkspace(fake, grafana.URL, "Enabled")
	addEndpoint(fake, "shop", "Succeeded", "Approved", "Microsoft.Network/privateLinkServices/shop", "prometheus.shop.contoso.com", "10.0.0.5")
	return newSetup(fake), fake, grafana
}

func answerWorkspace(fake *azuretest.Azure, endpoint, publicAccess string) {
	fake.Answer(workspaceRoute, 200, fmt.Sprintf(`{"name":"contoso","sku":{"name":"Standard"},"properties":{"endpoint":%q,"publicNetworkAccess":%q}}`, endpoint, publicAccess))
}

func addEndpoint(fake *azuretest.Azure, name, provisioning, connection, target, domainName, ip string) {
	fake.Answer(workspaceRoute+"/managedPrivateEndpoints/"+name, 200, endpointJSON(name, provisioning, connection, targets+target, domainName, ip))
}

// fillBody is the body of a fill into shop-metrics; changes replace its members.
func fillBody(changes map[string]any) string {
	body := map[string]any{"createdAt": "", "endpoint": "shop", "version": 4, "host": "prometheus.shop.contoso.com"}
	for key, value := range changes {
		body[key] = value
	}
	text, _ := json.Marshal(body)
	return string(text)
}

const fillPath = "datasources/shop-metrics/fill"

// requireJSON compares two JSON texts as values, numbers by their text.
func requireSame(t *testing.T, wanted, got string) {
	t.Helper()
	read := func(text string) any {
		decoder := json.NewDecoder(strings.NewReader(text))
		decoder.UseNumber()
		var value any
		require.NoError(t, decoder.Decode(&value), text)
		return value
	}
	require.Equal(t, read(wanted), read(got))
}
