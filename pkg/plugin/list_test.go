package plugin

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

const listRoute = "GET " + azuretest.WorkspaceID + "/managedPrivateEndpoints"

type endpointsAnswer struct{ Endpoints []azure.Endpoint }

func TestListReadsAllPages(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Handle(listRoute, func(w http.ResponseWriter, r *http.Request) {
		require.Equal(t, "2025-08-01", r.URL.Query().Get("api-version"))
		switch skip := r.URL.Query().Get("$skiptoken"); skip {
		case "":
			azuretest.Write(w, 200, fmt.Sprintf(`{"value":[{"name":"a"},null,{"name":"b"}],"nextLink":"%s%s?api-version=2025-08-01&$skiptoken=2"}`, fake.Manager.URL, r.URL.Path))
		case "2":
			azuretest.Write(w, 200, fmt.Sprintf(`{"value":[],"nextLink":"%s%s?api-version=2025-08-01&$skiptoken=3"}`, fake.Manager.URL, r.URL.Path))
		default:
			azuretest.Write(w, 200, `{"value":[{"name":"c"}],"nextLink":null}`)
		}
	})
	answer := get("endpoints").send(t, app)
	require.Equal(t, 200, answer.Status, string(answer.Body))
	var names []string
	for _, endpoint := range decodeAnswer[endpointsAnswer](t, answer).Endpoints {
		names = append(names, endpoint.Name)
	}
	require.Equal(t, []string{"a", "b", "c"}, names)
}

// All pages together count.
func TestTheLargestList(t *testing.T) {
	fake := azuretest.Start(t)
	first := fmt.Sprintf(`{"value":[{"name":"a"}],"nextLink":"%s%s?page=2"}`, fake.Manager.URL, azuretest.WorkspaceID+"/managedPrivateEndpoints")
	const second = `{"value":[{"name":"b"}]}`
	fake.Handle(listRoute, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("page") == "2" {
			azuretest.Write(w, 200, second)
			return
		}
		azuretest.Write(w, 200, first)
	})
	s := newSetup(fake)
	s.limits.List = int64(len(first) + len(second))
	require.Equal(t, 200, get("endpoints").send(t, s.app(t)).Status)
	s.limits.List--
	requireRefusal(t, get("endpoints").send(t, s.app(t)), 502, "azure_answer_too_large")
}

func TestPagingThatGoesWrong(t *testing.T) {
	cases := map[string]struct {
		next func(fake *azuretest.Azure, path string, page int) string
		code string
	}{
		"another host": {func(*azuretest.Azure, string, int) string { return "https://evil.test/steal" }, "azure_bad_answer"},
		"another port": {func(f *azuretest.Azure, _ string, _ int) string { return f.Entra.URL + "/steal" }, "azure_bad_answer"},
		"plain http":   {func(f *azuretest.Azure, p string, _ int) string { return "http" + f.Manager.URL[len("https"):] + p }, "azure_bad_answer"},
		"user in the link": {func(f *azuretest.Azure, p string, _ int) string {
			return "https://x@" + f.Manager.URL[len("https://"):] + p
		}, "azure_bad_answer"},
		"file":   {func(*azuretest.Azure, string, int) string { return "file:///etc/passwd" }, "azure_bad_answer"},
		"no URL": {func(*azuretest.Azure, string, int) string { return "::" }, "azure_bad_answer"},
		"itself": {func(f *azuretest.Azure, p string, _ int) string {
			return f.Manager.URL + p + "?api-version=2025-08-01&same=1"
		}, "azure_bad_answer"},
		"never ends": {func(f *azuretest.Azure, p string, n int) string {
			return fmt.Sprintf("%s%s?api-version=2025-08-01&n=%d", f.Manager.URL, p, n)
		}, "azure_bad_answer"},
	}
	for name, test := range cases {
		t.Run(name, func(t *testing.T) {
			app, fake := newTestApp(t)
			page := 0
			fake.Handle(listRoute, func(w http.ResponseWriter, r *http.Request) {
				page++
				azuretest.Write(w, 200, fmt.Sprintf(`{"value":[{"name":"a"}],"nextLink":%q}`, test.next(fake, r.URL.Path, page)))
			})
			requireRefusal(t, get("endpoints").send(t, app), http.StatusBadGateway, test.code)
			require.LessOrEqual(t, page, testLimits.Pages)
			require.Equal(t, 1, fake.Issued(), "no token for a host that isn't ours")
		})
	}
}

func TestOddEndpointsNeverFailTheList(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Answer(listRoute, 200, `{"VALUE":[
		{"ID":"/x/managedPrivateEndpoints/from-id","Properties":{"GroupIds":"cluster","ConnectionState":null}},
		{"name":"nulls","id":null,"location":null,"tags":null,"systemData":null,"properties":null},
		{"name":"odd","tags":["a"],"location":{"x":1},"properties":{"groupIds":null,"provisioningState":"Reticulating","newThing":{"deep":[1,2,{"n":12345678901234567890}]},
			"connectionState":{"status":"Perplexed","description":7,"actionsRequired":"None"},"privateLinkServicePrivateIP":["10.0.0.4"]},
			"etag":"W/1","systemData":{"createdAt":"yesterday","createdBy":"a"}},
		{"name":"times","properties":{"groupIds":["a",null,"","b",3]},"systemData":{"createdAt":"2026-01-02T03:04:05.678+02:00"}},
		"text", 7, {}
	]}`)
	answer := get("endpoints").send(t, app)
	require.Equal(t, 200, answer.Status, string(answer.Body))
	got := decodeAnswer[endpointsAnswer](t, answer).Endpoints
	require.Len(t, got, 7)
	require.Equal(t, "from-id", got[0].Name)
	require.Equal(t, []string{"cluster"}, got[0].SubResources)
	require.Equal(t, "nulls", got[1].Name)
	require.Empty(t, got[1].Extra)
	require.Equal(t, "Reticulating", got[2].ProvisioningState)
	require.Equal(t, "Perplexed", got[2].ConnectionState)
	require.Equal(t, "7", got[2].ConnectionDescription)
	require.JSONEq(t, `{"deep":[1,2,{"n":12345678901234567890}]}`, string(got[2].Extra["newThing"]))
	require.JSONEq(t, `["10.0.0.4"]`, string(got[2].Extra["privateLinkServicePrivateIP"]))
	require.JSONEq(t, `"W/1"`, string(got[2].Extra["etag"]))
	require.JSONEq(t, `"None"`, string(got[2].Extra["connectionState.actionsRequired"]))
	require.Contains(t, got[2].Extra, "tags")
	require.Equal(t, "2026-01-02T01:04:05.678Z", got[3].CreatedAt)
	require.Equal(t, []string{"a", "b", "3"}, got[3].SubResources)
	require.Contains(t, string(answer.Body), `"tags":{}`)
	require.Contains(t, string(answer.Body), `"subResources":[]`)
}

func TestEmptyList(t *testing.T) {
	for _, body := range []string{`{"value":[]}`, `{"value":null}`} {
		app, fake := newTestApp(t)
		fake.Answer(listRoute, 200, body)
		require.JSONEq(t, `{"endpoints":[]}`, string(get("endpoints").send(t, app).Body))
	}
}

func TestAnswersThatAreNoList(t *testing.T) {
	for _, body := range []string{``, `null`, `[]`, `"x"`, `{}`, `{"value":{}}`, `{"value":[{"name":"a"`, `<html>Sign in</html>`, `{"value":[{"name":}]}`} {
		app, fake := newTestApp(t)
		fake.Answer(listRoute, 200, body)
		requireRefusal(t, get("endpoints").send(t, app), http.StatusBadGateway, "azure_bad_answer")
	}
}
