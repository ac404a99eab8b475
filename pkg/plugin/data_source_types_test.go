package plugin

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

type typeCase struct {
	Type          string
	Host          string
	Before, After map[string]any
}

// typeCases reads what the front end's tests read too.
func typeCases(t *testing.T) (written, unreadable []typeCase) {
	t.Helper()
	file, err := os.ReadFile("../../testdata/cases/data-source-types.json")
	require.NoError(t, err)
	var table struct {
		Cases      [][]json.RawMessage `json:"cases"`
		Unreadable [][]json.RawMessage `json:"unreadable"`
	}
	require.NoError(t, json.Unmarshal(file, &table))
	for _, row := range table.Cases {
		var c typeCase
		for column, into := range map[int]any{0: &c.Type, 1: &c.Before, 3: &c.Host, 4: &c.After} {
			require.NoError(t, json.Unmarshal(row[column], into))
		}
		written = append(written, c)
	}
	for _, row := range table.Unreadable {
		var c typeCase
		require.NoError(t, json.Unmarshal(row[0], &c.Type))
		require.NoError(t, json.Unmarshal(row[1], &c.Before))
		unreadable = append(unreadable, c)
	}
	return written, unreadable
}

func (c typeCase) source(uid string, fields map[string]any, version int) string {
	whole := map[string]any{"uid": uid, "name": uid, "type": c.Type, "access": "proxy", "url": "", "version": version, "readOnly": false, "user": "kim"}
	maps.Copy(whole, fields)
	text, _ := json.Marshal(whole)
	return string(text)
}

// Each type is read, split, updated and written whole, and undone.
func TestEveryTypeIsWrittenAsTheTableSays(t *testing.T) {
	cases, unreadable := typeCases(t)
	var sources []string
	for i, c := range append(cases, unreadable...) {
		sources = append(sources, c.source(fmt.Sprint("t", i), c.Before, 1))
	}
	s, fake, grafana := remoteSetup(t, sources...)
	hosts := map[string]string{}
	for _, c := range cases {
		if hosts[c.Host] != "" {
			continue
		}
		hosts[c.Host] = fmt.Sprint("e", len(hosts))
		addEndpoint(fake, hosts[c.Host], "Succeeded", "Approved", "Microsoft.Network/privateLinkServices/x", c.Host, "10.0.0.9")
	}
	app := s.app(t)
	seen := map[string]bool{}
	for i, c := range cases {
		uid := fmt.Sprint("t", i)
		kind, _ := catalogue.TypeOf(c.Type)
		seen[c.Type] = true
		answer := change("POST", "datasources/"+uid+"/fill", fillBody(map[string]any{"endpoint": hosts[c.Host], "host": c.Host, "version": 1})).send(t, app)
		if kind.PasteOnly {
			requireRefusal(t, answer, 400, "datasource_field_unknown")
			continue
		}
		require.Equal(t, 200, answer.Status, "%s %s", c.source(uid, c.Before, 1), answer.Body)
		require.JSONEq(t, c.source(uid, c.After, 2), grafana.Source(uid))
		undone := changeWith("datasources/"+uid+"/undo", decodeAnswer[filled](t, answer).Receipt).send(t, app)
		require.Equal(t, 200, undone.Status, string(undone.Body))
		require.JSONEq(t, c.source(uid, c.Before, 3), grafana.Source(uid))
	}
	for name, kind := range catalogue.DataSourceTypes {
		require.True(t, seen[name] || kind.Field == "", name)
	}
	writes := len(grafana.Seen(http.MethodPut))
	for i, c := range unreadable {
		uid := fmt.Sprint("t", len(cases)+i)
		answer := change("POST", "datasources/"+uid+"/fill", fillBody(map[string]any{"endpoint": "e0", "host": cases[0].Host, "version": 1})).send(t, app)
		require.Equal(t, 422, answer.Status, "%s %s", c.source(uid, c.Before, 1), answer.Body)
		requireRefusal(t, answer, 422, "datasource_address_unreadable")
	}
	require.Len(t, grafana.Seen(http.MethodPut), writes)
}

// The front end builds the same (src/domain/fillIn/newDataSource.test.ts).
func TestWhatATypeNeedsBesideItsAddressIsCreatedToo(t *testing.T) {
	s, fake, grafana := remoteSetup(t)
	addEndpoint(fake, "flake", "Succeeded", "Approved", "Microsoft.Network/privateLinkServices/x", "a.privatelink.snowflakecomputing.com", "10.0.0.9")
	addEndpoint(fake, "mongo", "Succeeded", "Approved", "Microsoft.DocumentDB/databaseAccounts/orders", "", "")
	app := s.app(t)
	const own = "prometheus.shop.contoso.com"
	create := func(dataSourceType, endpoint, host, scheme string, port int) request {
		body, _ := json.Marshal(map[string]any{"createdAt": "", "type": dataSourceType, "name": dataSourceType + scheme, "endpoint": endpoint, "host": host, "scheme": scheme, "port": port})
		return change("POST", "datasources", string(body))
	}
	for _, test := range []struct {
		dataSourceType, endpoint, host, scheme string
		port                                   int
		want                                   string
	}{
		{"grafana-mongodb-datasource", "shop", own, "https", 10255, `"jsonData":{"connection":"mongodb://` + own + `:10255/?tls=true"}`},
		{"grafana-mongodb-datasource", "shop", own, "http", 0, `"jsonData":{"connection":"mongodb://` + own + `"}`},
		{"grafana-databricks-datasource", "shop", own, "", 443, `"jsonData":{"host":"` + own + `"}`},
		{"grafana-snowflake-datasource", "flake", "a.privatelink.snowflakecomputing.com", "", 0, `"jsonData":{"account":"a.privatelink"}`},
		{"grafana-saphana-datasource", "shop", own, "https", 0, `"jsonData":{"port":443,"server":"` + own + `","tlsDisabled":false}`},
		{"grafana-dynatrace-datasource", "shop", own, "", 0, `"jsonData":{"apiType":"managed","domain":"` + own + `"}`},
		{"grafana-oracle-datasource", "shop", own, "", 1521, `"url":"` + own + `:1521","jsonData":{}`},
		{"grafana-mqtt-datasource", "shop", own, "https", 8883, `"jsonData":{"uri":"tls://` + own + `:8883"}`},
	} {
		answer := create(test.dataSourceType, test.endpoint, test.host, test.scheme, test.port).send(t, app)
		require.Equal(t, 200, answer.Status, string(answer.Body))
		posts := grafana.Seen(http.MethodPost)
		require.Contains(t, posts[len(posts)-1].Body, test.want)
	}
	posts := len(grafana.Seen(http.MethodPost))
	requireRefusal(t, create("grafana-databricks-datasource", "shop", own, "", 9090).send(t, app), 400, "invalid_request")
	requireRefusal(t, create("grafana-snowflake-datasource", "shop", own, "", 0).send(t, app), 400, "invalid_request")
	requireRefusal(t, create("grafana-mongodb-datasource", "mongo", "orders.mongo.cosmos.azure.com", "http", 10255).send(t, app), 422, "datasource_value_not_allowed")
	require.Len(t, grafana.Seen(http.MethodPost), posts)
}
