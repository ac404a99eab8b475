package plugin

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

func TestContractOfDataSources(t *testing.T) {
	s, fake, grafana := remoteSetup(t)
	app := s.app(t)
	for _, test := range []struct {
		name string
		r    request
	}{
		{"datasources", get("datasources")},
		{"datasource", get("datasources/shop-metrics")},
		{"grafana-access", get("grafana-access")},
		{"datasource-health", change("POST", "datasources/shop-metrics/health", "{}")},
		{"datasource-fill", fillWith(nil)},
		{"datasource-create", createWith("")},
		{"dependents", get("dependents?uids=shop-metrics")},
	} {
		answer := test.r.send(t, app)
		require.Equal(t, 200, answer.Status, string(answer.Body))
		if test.name == "datasource-fill" {
			// The seal differs each time.
			sealed := decodeAnswer[filled](t, answer).Receipt
			undo := changeWith(undoPath, sealed)
			answer.Body = []byte(strings.Replace(string(answer.Body), sealed, "c2VhbGVkIGJ5IHRoZSBiYWNrZW5k", 1))
			requireGolden(t, test.name, test.r, answer, fake, grafana)
			test.name, test.r = "datasource-undo", undo
			answer = undo.send(t, app)
			require.Equal(t, 200, answer.Status, string(answer.Body))
		}
		requireGolden(t, test.name, test.r, answer, fake, grafana)
	}
}

func TestWhatTheBrowserDoesNotGet(t *testing.T) {
	s, _, grafana := remoteSetup(t, sourceOf("orders", "grafana-mongodb-datasource", "jsonData.connection", "mongodb+srv://ada:hunter2@c.mongo.cosmos.azure.com/db"))
	grafana.Put(`{"uid":"leaky","name":"leaky","type":"mysql","url":"h:3306","password":"hunter2","secureJsonData":{"password":"hunter2"},"jsonData":{"connection":"x://u:hunter2@h"},"version":1}`)
	app := s.app(t)
	grafana.Put(sourceOf("in-url", "prometheus", "url", "https://ada:hunter2@h:9090/x?token=hunter2"))
	grafana.Put(sourceOf("in-cluster", "grafana-azure-data-explorer-datasource", "jsonData.clusterUrl", "https://ada:hunter2@h"))
	grafana.Put(sourceOf("in-other", "prometheus", "jsonData.host", "https://ada:hunter2@h"))
	grafana.Put(sourceOf("in-port", "mysql", "url", "ada:hunter2/x@h:3306"))
	grafana.Put(sourceOf("in-options", "mssql", "url", "h:1433;Password=hunter2@h;x=1"))
	grafana.Put(`{"uid":"in-json","name":"in-json","type":"prometheus","url":"http://h","jsonData":{"clientSecret":"hunter2","deep":[{"api_key":"hunter2"}],"note":"Bearer hunter2hunter2","custom":"?token=hunter2hunter2","tokens":3},"version":1}`)
	for _, path := range []string{"datasources", "datasources/orders", "datasources/leaky", "datasources/in-url", "datasources/in-cluster", "datasources/in-port", "datasources/in-options", "datasources/in-json"} {
		answer := get(path).send(t, app)
		require.Equal(t, 200, answer.Status, string(answer.Body))
		require.NotContains(t, string(answer.Body), "hunter2")
		require.NotContains(t, string(answer.Body), "secureJsonData\"")
	}
	list := string(get("datasources").send(t, app).Body)
	for _, told := range []string{`"clusterUrl":"https://ada:***@h"`, `"url":"h:1433;Password=***;x=1"`, `"host":"https://ada:…@h"`} {
		require.Contains(t, list, told)
	}
	require.NotContains(t, list, "httpMethod", "options that nobody needs stay away")
}

func TestOddDataSourcesDoNotEmptyTheList(t *testing.T) {
	s, _, grafana := remoteSetup(t)
	grafana.Override = func(w http.ResponseWriter, _ *http.Request) bool {
		azuretest.Write(w, 200, `[null, 7, [], {"uid":"surrogate","name":"a\ud800b","type":"loki","jsonData":{"host":"h\udfff","host":"twice","servername":"s"}},
			{"uid":"number","name":5,"type":null}, {"name":"no uid"}, {"uid":"bytes","name":"`+"\xff"+`","type":"loki"}, {"uid":"good","name":"Good","type":"loki"}]`)
		return true
	}
	answer := get("datasources").send(t, s.app(t))
	require.Equal(t, 200, answer.Status, string(answer.Body))
	found := decodeAnswer[struct {
		DataSources []struct {
			UID, Name, Type string
			JSONData        map[string]any
		}
	}](t, answer).DataSources
	var names []string
	for _, one := range found {
		names = append(names, one.UID+"="+one.Name)
	}
	require.Equal(t, []string{"surrogate=a\uFFFDb", "number=", "=no uid", "bytes=\uFFFD", "good=Good"}, names)
	require.Equal(t, "s", found[0].JSONData["servername"], "what stands after an odd member stays")
}

func TestUnsafeNumbersAreMarked(t *testing.T) {
	s, _, grafana := remoteSetup(t)
	grafana.Put(`{"uid":"large","name":"large","type":"prometheus","url":"http://h","jsonData":{"a":12345678901234567890,"b":[1,{"c":0.1000000000000000055}],"d":1e400,"e":1.50,"f":"12345678901234567890","g":9007199254740993},"version":1}`)
	answer := get("datasources/large").send(t, s.app(t))
	found := decodeAnswer[struct{ UnsafeNumbers []struct{ Key, Text string } }](t, answer).UnsafeNumbers
	var texts []string
	for _, number := range found {
		texts = append(texts, number.Key+"="+number.Text)
	}
	require.Equal(t, []string{"a=12345678901234567890", "c=0.1000000000000000055", "d=1e400", "g=9007199254740993"}, texts)
	require.Contains(t, string(answer.Body), "12345678901234567890,", "shown as it is")
}
