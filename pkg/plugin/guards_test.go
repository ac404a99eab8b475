package plugin

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

// After a lost answer only what this very write can have made counts as done.
func TestAWriteOfSomeoneElseIsNotTakenForOurs(t *testing.T) {
	meanwhile := func(grafana *azuretest.Grafana, method, source string) {
		grafana.Override = func(_ http.ResponseWriter, r *http.Request) bool {
			if r.Method != method {
				return false
			}
			grafana.Put(source)
			panic(http.ErrAbortHandler)
		}
	}
	const ours = "prometheus.shop.contoso.com"
	for _, source := range []string{
		strings.NewReplacer("old.shop.contoso.com", ours, `"version":4`, `"version":6`).Replace(shopMetrics),
		strings.NewReplacer("old.shop.contoso.com", "third.shop.contoso.com", `"version":4`, `"version":5`).Replace(shopMetrics),
	} {
		s, _, grafana := remoteSetup(t)
		meanwhile(grafana, http.MethodPut, source)
		requireRefusal(t, fillWith(nil).send(t, s.app(t)), 502, "grafana_unreachable")
		requireSame(t, source, grafana.Source("shop-metrics"))
	}
	const created = `{"uid":"theirs","name":"New metrics","type":"prometheus","access":"proxy","url":"https://prometheus.shop.contoso.com:9443","jsonData":{},"version":1}`
	for _, source := range []string{
		strings.Replace(created, `"version":1`, `"version":2`, 1), strings.Replace(created, ":9443", ":9444", 1), strings.Replace(created, `"type":"prometheus"`, `"type":"loki"`, 1),
	} {
		s, _, grafana := remoteSetup(t)
		meanwhile(grafana, http.MethodPost, source)
		requireRefusal(t, createWith("").send(t, s.app(t)), 502, "grafana_unreachable")
	}
}

func TestAnUndoThatGrafanaRefusesIsRefused(t *testing.T) {
	s, _, grafana := remoteSetup(t)
	app := s.app(t)
	sealed := fillShop(t, app)
	grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
		if r.Method == http.MethodPut {
			azuretest.Write(w, 412, `{"message":"the datasource has already been updated"}`)
		}
		return r.Method == http.MethodPut
	}
	requireRefusal(t, changeWith(undoPath, sealed).send(t, app), 409, "datasource_conflict")
}

func TestTheLogTellsHowAChangeWent(t *testing.T) {
	for outcome, status := range map[string]int{"accepted": 202, "azure_forbidden": 403} {
		app, fake := newTestApp(t)
		accept(fake, "POST", refreshPath, status, nil)
		logged := captureLog(t)
		change("POST", "refresh", "{}").send(t, app)
		require.Contains(t, logged.String(), "change refresh")
		require.Regexp(t, "outcome "+outcome+`\b`, logged.String())
	}
	for outcome, name := range map[string]string{"done": "New metrics", "datasource_exists": "Shop metrics"} {
		s, _, _ := remoteSetup(t)
		app := s.app(t)
		logged := captureLog(t)
		r := createWith("")
		r.body = strings.Replace(r.body, "New metrics", name, 1)
		r.send(t, app)
		require.Regexp(t, `change create .*outcome `+outcome+`\b.*name `+name, logged.String())
	}
}

func TestAChangeOfTheDomainNameSendsAllElseAsItWasRead(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Answer(endpointRoute, 200, `{"name":"orders-db","location":"westeurope","tags":{"a":"b"},"properties":{"provisioningState":"Succeeded",
		"privateLinkResourceId":"/t","privateLinkResourceRegion":"northeurope","groupIds":["one","two"],"requestMessage":"Please","privateLinkServiceUrl":"a.b.c"}}`)
	var sent string
	accept(fake, "PUT", namedPath, 201, &sent)
	answer := change("PATCH", "endpoints/orders-db", `{"domainName":{"seen":"a.b.c","wanted":"d.b.c"},"createdAt":""}`).send(t, app)
	require.Equal(t, 202, answer.Status, string(answer.Body))
	require.JSONEq(t, `{"location":"westeurope","tags":{"a":"b"},"properties":{"privateLinkResourceId":"/t","privateLinkResourceRegion":"northeurope",
		"groupIds":["one","two"],"requestMessage":"Please","privateLinkServiceUrl":"d.b.c"}}`, sent)
}
