package plugin

import (
	"encoding/json"
	"maps"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestCreateBuildsFromAClosedSet(t *testing.T) {
	s, fake, grafana := remoteSetup(t)
	addEndpoint(fake, "pending", "Succeeded", "Pending", "Microsoft.Network/privateLinkServices/shop", "prometheus.shop.contoso.com", "10.0.0.5")
	addEndpoint(fake, "amw", "Succeeded", "Approved", "Microsoft.Monitor/accounts/amw", "", "")
	fake.Answer("GET "+targets+"Microsoft.Monitor/accounts/amw", 403, `{"error":{"code":"AuthorizationFailed","message":"no"}}`)
	app := s.app(t)
	require.Equal(t, 200, createWith("").send(t, app).Status)
	requireSame(t, `{"name":"New metrics","type":"prometheus","access":"proxy","url":"https://prometheus.shop.contoso.com:9443","jsonData":{}}`, grafana.Seen(http.MethodPost)[0].Body)
	for i, test := range []struct{ body, want string }{
		{`{"createdAt":"","type":"grafana-clickhouse-datasource","name":"Clicks","endpoint":"shop","host":"10.0.0.5","port":8443,"scheme":"https"}`,
			`{"name":"Clicks","type":"grafana-clickhouse-datasource","access":"proxy","jsonData":{"host":"10.0.0.5","port":8443,"secure":true,"protocol":"native"}}`},
		{`{"createdAt":"","type":"grafana-clickhouse-datasource","name":"C2","endpoint":"shop","host":"10.0.0.5","scheme":"https"}`,
			`{"name":"C2","type":"grafana-clickhouse-datasource","access":"proxy","jsonData":{"host":"10.0.0.5","port":9440,"secure":true,"protocol":"native"}}`},
		{`{"createdAt":"","type":"grafana-clickhouse-datasource","name":"C3","endpoint":"shop","host":"10.0.0.5","scheme":"http"}`,
			`{"name":"C3","type":"grafana-clickhouse-datasource","access":"proxy","jsonData":{"host":"10.0.0.5","port":9000,"secure":false,"protocol":"native"}}`},
		{`{"createdAt":"","type":"mysql","name":"Orders","endpoint":"shop","host":"prometheus.shop.contoso.com","port":3306}`,
			`{"name":"Orders","type":"mysql","access":"proxy","url":"prometheus.shop.contoso.com:3306","jsonData":{}}`},
		{`{"createdAt":"","type":"loki","name":"Logs","endpoint":"shop","host":"prometheus.shop.contoso.com","scheme":"http"}`,
			`{"name":"Logs","type":"loki","access":"proxy","url":"http://prometheus.shop.contoso.com","jsonData":{}}`},
		{`{"createdAt":"","type":"prometheus","name":"Told","endpoint":"amw","host":"amw-k2f7.westeurope.prometheus.monitor.azure.com","scheme":"https"}`,
			`{"name":"Told","type":"prometheus","access":"proxy","url":"https://amw-k2f7.westeurope.prometheus.monitor.azure.com","jsonData":{}}`},
	} {
		answer := change("POST", "datasources", test.body).send(t, app)
		require.Equal(t, 200, answer.Status, string(answer.Body))
		requireSame(t, test.want, grafana.Seen(http.MethodPost)[i+1].Body)
	}

	body := func(changes map[string]any) string {
		body := map[string]any{"createdAt": "", "type": "loki", "name": "n", "endpoint": "shop", "host": "prometheus.shop.contoso.com", "scheme": "http"}
		maps.Copy(body, changes)
		text, _ := json.Marshal(body)
		return string(text)
	}
	for name, test := range map[string]struct {
		changes map[string]any
		status  int
		code    string
	}{
		"another host":    {map[string]any{"host": "evil.test"}, 422, "datasource_host_not_allowed"},
		"other's host":    {map[string]any{"endpoint": "amw", "host": "other-k2f7.westeurope.prometheus.monitor.azure.com", "scheme": "https"}, 422, "datasource_host_not_allowed"},
		"no TLS":          {map[string]any{"endpoint": "amw", "host": "amw-k2f7.westeurope.prometheus.monitor.azure.com"}, 422, "datasource_value_not_allowed"},
		"user":            {map[string]any{"host": "u:p@prometheus.shop.contoso.com"}, 400, "invalid_request"},
		"options":         {map[string]any{"type": "mssql", "scheme": "", "host": "prometheus.shop.contoso.com;server=evil.test"}, 400, "invalid_request"},
		"type":            {map[string]any{"type": "grafana-astradb-datasource"}, 400, "invalid_request"},
		"no address":      {map[string]any{"type": "grafana-azure-monitor-datasource"}, 400, "invalid_request"},
		"no name":         {map[string]any{"name": ""}, 400, "invalid_request"},
		"spaces at ends":  {map[string]any{"name": " n"}, 400, "invalid_request"},
		"long name":       {map[string]any{"name": strings.Repeat("n", 191)}, 400, "invalid_request"},
		"endpoint":        {map[string]any{"endpoint": "../x"}, 400, "invalid_request"},
		"not approved":    {map[string]any{"endpoint": "pending"}, 409, "endpoint_not_usable"},
		"access":          {map[string]any{"access": "direct"}, 400, "invalid_request"},
		"secret":          {map[string]any{"secureJsonData": map[string]any{}}, 400, "invalid_request"},
		"an address":      {map[string]any{"value": "http://evil.test"}, 400, "invalid_request"},
		"port too large":  {map[string]any{"port": 65536}, 400, "invalid_request"},
		"no scheme":       {map[string]any{"scheme": ""}, 400, "invalid_request"},
		"another scheme":  {map[string]any{"scheme": "ftp"}, 400, "invalid_request"},
		"scheme for none": {map[string]any{"type": "mysql"}, 400, "invalid_request"},
		"host with port":  {map[string]any{"host": "10.0.0.5:9000"}, 400, "invalid_request"},
	} {
		requireRefusal(t, change("POST", "datasources", body(test.changes)).send(t, app), test.status, test.code)
		require.Len(t, grafana.Seen(http.MethodPost), 7, name)
	}
	// The largest that are let through.
	for _, changes := range []map[string]any{{"name": strings.Repeat("n", 190)}, {"name": "m", "port": 65535}} {
		require.Equal(t, 200, change("POST", "datasources", body(changes)).send(t, app).Status, changes)
	}
}

func TestACreationWhoseAnswerIsLostIsFoundNotRepeated(t *testing.T) {
	s, _, grafana := remoteSetup(t)
	var posts atomic.Int32
	grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
		if r.Method != http.MethodPost {
			return false
		}
		posts.Add(1)
		seen := grafana.Seen(http.MethodPost)
		grafana.Answer(discard{}, r, []byte(seen[len(seen)-1].Body))
		panic(http.ErrAbortHandler)
	}
	answer := createWith("").send(t, s.app(t))
	require.Equal(t, 200, answer.Status, string(answer.Body))
	require.Contains(t, string(answer.Body), `"created-1"`)
	require.EqualValues(t, 1, posts.Load())
}
