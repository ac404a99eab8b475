package plugin

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

const (
	targetRoute      = "GET " + targetID
	connectionsRoute = targetRoute + "/privateEndpointConnections"
	fullTarget       = `{"id":"x","name":"orders","type":"Microsoft.Sql/servers","kind":"v12.0","location":"northeurope","sku":{"name":"S0"},
		"properties":{"publicNetworkAccess":"Disabled","fullyQualifiedDomainName":"orders.database.windows.net","administratorLogin":"sa-secret","network":null}}`
	subResources = `{"value":[{"name":"sqlServer","properties":{"groupId":"sqlServer","requiredMembers":["sqlServer"],"requiredZoneNames":["privatelink.database.windows.net"]}},{"properties":null}]}`
	connections  = `{"value":[
		{"id":"/c/1","name":"one","properties":{"privateEndpoint":{"id":"/p/grafana-contoso-orders-db"},"groupIds":["sqlServer"],"privateLinkServiceConnectionState":{"status":"Pending","description":"x"}}},
		{"id":"/c/2","name":"two","properties":{"privateEndpoint":null,"groupId":"sqlServer","privateLinkServiceConnectionState":{"status":"Approved","description":"yes MPE-7K3M-X9QT"}}},
		{"id":"/c/3","name":"three","properties":{}}]}`
)

func ourEndpoint(target string) string {
	return fmt.Sprintf(`{"name":"orders-db","properties":{"privateLinkResourceId":%q,"requestMessage":"Ada asks. MPE-7K3M-X9QT"}}`, target)
}

func TestContractOfTargets(t *testing.T) {
	app, fake := newTestApp(t)
	var asked struct {
		Query   string
		Options map[string]any
	}
	fake.Handle(graphRoute, func(w http.ResponseWriter, r *http.Request) {
		require.NoError(t, json.NewDecoder(r.Body).Decode(&asked))
		azuretest.Write(w, 200, `{"totalRecords":300,"data":[{"id":"`+targetID+`","name":"orders","type":"microsoft.sql/servers","kind":"v12.0",
			"location":"northeurope","resourceGroup":"data","subscriptionId":"s","sku":""},{"id":"x","kind":null}]}`)
	})
	search := get("targets?kind=Microsoft.Sql%2Fservers&text=orders%20prod")
	requireGolden(t, "targets", search, search.send(t, app), fake)
	require.Equal(t, "resources | where type in~ ('Microsoft.Sql/servers')"+
		" | where name contains 'orders' or resourceGroup contains 'orders'"+
		" | where name contains 'prod' or resourceGroup contains 'prod'"+
		" | project id, name, kind, location, resourceGroup, subscriptionId | order by name asc, id asc", asked.Query)
	require.EqualValues(t, maxTargets, asked.Options["$top"])

	fake.Answer(targetRoute, 200, fullTarget)
	fake.Answer(targetRoute+"/privateLinkResources", 200, subResources)
	read := get("target?id=" + url.QueryEscape(strings.ToLower(targetID[:15])+targetID[15:]))
	answer := read.send(t, app)
	requireGolden(t, "target", read, answer, fake)
	require.NotContains(t, string(answer.Body), "sa-secret", "only what is needed leaves the backend")

	fake.Answer(endpointRoute, 200, ourEndpoint(targetID))
	fake.Answer(connectionsRoute, 200, connections)
	view := get("endpoints/orders-db/connection")
	answer = view.send(t, app)
	fixTimes(answer)
	requireGolden(t, "connection", view, answer, fake)

	fake.Answer(permissionsRoute, 200, `{"value":[{"actions":["*/read","Microsoft.Dashboard/grafana/action"]}]}`)
	rights := get("permissions")
	requireGolden(t, "permissions", rights, rights.send(t, app), fake)
}

func TestMoreTargetsThanOneAnswerHolds(t *testing.T) {
	const one = `"data":[{"id":"` + targetID + `","name":"orders"}]`
	for answer, truncated := range map[string]bool{
		`{"totalRecords":1,` + one + `}`: false, `{"totalRecords":2,` + one + `}`: true, `{"totalRecords":1,"$skipToken":"next",` + one + `}`: true,
	} {
		app, fake := newTestApp(t)
		fake.Answer(graphRoute, 200, answer)
		require.Contains(t, string(get("targets?kind=Microsoft.Sql%2Fservers").send(t, app).Body), fmt.Sprintf(`"truncated":%t`, truncated), answer)
	}
	app, fake := newTestApp(t)
	fake.Answer(graphRoute, 200, `{"data":[]}`)
	search := "targets?kind=Microsoft.Sql%2Fservers&text=" + strings.Repeat("a", 200)
	require.Equal(t, 200, get(search).send(t, app).Status)
	requireRefusal(t, get(search+"a").send(t, app), 400, "invalid_request")
}

func TestATargetThatCantBeRead(t *testing.T) {
	app, fake := newTestApp(t)
	read := get("target?id=" + targetID)
	requireRefusal(t, read.send(t, app), 404, "azure_not_found")
	fake.Answer(targetRoute, 403, `{"error":{"code":"AuthorizationFailed"}}`)
	refused := requireRefusal(t, read.send(t, app), 403, "azure_forbidden")
	require.Contains(t, refused.Message, "Microsoft.Sql/servers/read")
	require.Contains(t, refused.Hint, "on the target")

	fake.Answer(targetRoute, 200, fullTarget)
	fake.Answer(targetRoute+"/privateLinkResources", 403, `{}`)
	answer := read.send(t, app)
	require.Equal(t, 200, answer.Status)
	require.Contains(t, string(answer.Body), `"subResourcesRead":false,"subResourcesError":{"code":"azure_forbidden"`)
}

func TestAKindThatTheCatalogueDoesntKnow(t *testing.T) {
	app, fake := newTestApp(t)
	id := strings.Replace(targetID, "Microsoft.Sql/servers", "Contoso.Data/vaults", 1)
	fake.Answer(graphRoute, 200, `{"data":[]}`)
	requireRefusal(t, get("target?id="+id).send(t, app), 404, "azure_not_found")
	fake.Answer(graphRoute, 200, `{"data":[{"id":"x","kind":"own","location":"westeurope","sku":null,"properties":{"uri":"https://x"}}]}`)
	answer := get("target?id="+id).send(t, app)
	require.Equal(t, 200, answer.Status, string(answer.Body))
	require.Contains(t, string(answer.Body), `"kind":"own"`)
	require.Contains(t, string(answer.Body), `"subResourcesRead":false}`)

	fake.Answer(endpointRoute, 200, ourEndpoint(id))
	view := get("endpoints/orders-db/connection").send(t, app)
	require.Equal(t, 200, view.Status)
	require.Contains(t, string(view.Body), `"grade":"unknown","reason":"Couldn't load the connections of the target resource.","error":{"code":"target_kind_unknown"`)
}

func TestConnectionsThatTheResourceCarries(t *testing.T) {
	app, fake := newTestApp(t)
	id := strings.Replace(targetID, "Microsoft.Sql/servers", "Microsoft.Monitor/accounts", 1)
	fake.Answer(endpointRoute, 200, ourEndpoint(strings.ToUpper(id)))
	fake.Answer("GET "+id, 200, `{"properties":{"privateEndpointConnections":`+connections[len(`{"value":`):]+"}")
	view := get("endpoints/orders-db/connection").send(t, app)
	require.Contains(t, string(view.Body), `"grade":"confirmed"`)
}

func TestATargetOfAnotherOwner(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Answer(endpointRoute, 200, ourEndpoint(targetID))
	fake.Answer(connectionsRoute, 403, `{"error":{"code":"AuthorizationFailed"}}`)
	view := get("endpoints/orders-db/connection").send(t, app)
	require.Equal(t, 200, view.Status)
	require.Contains(t, string(view.Body), `"grade":"unknown","reason":"Couldn't load the connections of the target resource.","error":{"code":"azure_forbidden"`)
	fake.Answer(endpointRoute, 200, ourEndpoint("nonsense"))
	require.Contains(t, string(get("endpoints/orders-db/connection").send(t, app).Body), `"code":"invalid_request"`)
	requireRefusal(t, get("endpoints/gone/connection").send(t, app), 404, "azure_not_found")
}
