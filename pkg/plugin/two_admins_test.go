package plugin

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

// duo is two admins at one endpoint: A through this plugin, B by whatever way there is.
type duo struct {
	app     *App
	fake    *azuretest.Azure
	shop    *sharedEndpoint
	grafana *azuretest.Grafana
	// target is the endpoint's.
	target *owned
	// seen is the createdAt that A saw.
	seen string
}

const otherTarget = targets + "Microsoft.Network/privateLinkServices/mine"

// what A does, as a request that was decided on before B did anything.
var whatADoes = map[string]func(*testing.T, *duo) request{
	"create": func(_ *testing.T, d *duo) request {
		d.shop.remove()
		return change("PUT", "endpoints/shop", `{"targetId":"`+otherTarget+`","requestMessage":"Ada asks. MPE-ADA0-ADA0","domainName":"ada.shop.contoso.com","tags":{"team":"ada"}}`)
	},
	"domain name": func(_ *testing.T, d *duo) request {
		return change("PATCH", "endpoints/shop", fmt.Sprintf(`{"createdAt":%q,"domainName":{"seen":"prometheus.shop.contoso.com","wanted":"ada.shop.contoso.com"}}`, d.seen))
	},
	"tags": func(_ *testing.T, d *duo) request {
		return change("PATCH", "endpoints/shop", fmt.Sprintf(`{"createdAt":%q,"tags":{"seen":{"team":"shop"},"wanted":{"team":"ada"}}}`, d.seen))
	},
	"delete": func(_ *testing.T, d *duo) request {
		return change("DELETE", "endpoints/shop", fmt.Sprintf(`{"createdAt":%q}`, d.seen))
	},
	"approve": func(_ *testing.T, d *duo) request { return d.decide("approve") },
	"reject":  func(_ *testing.T, d *duo) request { return d.decide("reject") },
	"refresh": func(*testing.T, *duo) request { return change("POST", "refresh", "{}") },
	"fill":    func(_ *testing.T, d *duo) request { return fillWith(map[string]any{"createdAt": d.seen}) },
	"undo": func(t *testing.T, d *duo) request {
		answer := fillWith(map[string]any{"createdAt": d.seen}).send(t, d.app)
		return changeWith(undoPath, decodeAnswer[filled](t, answer).Receipt)
	},
}

// decide is a decision on the request, which waits.
func (d *duo) decide(decision string) request {
	d.shop.update(func(e *storedEndpoint) { e.Connection, e.IP = "Pending", "" })
	return change("POST", "endpoints/shop/approval", fmt.Sprintf(`{"createdAt":%q,"connectionId":"%s/privateEndpointConnections/ours","decision":%q,"comment":"Ada decides."}`, d.seen, d.target.id, decision))
}

// what B does in the same moment.
var whatBDoes = map[string]func(*duo){
	"create":      func(d *duo) { d.shop.replace(); d.target.remove() },
	"domain name": func(d *duo) { d.shop.update(func(e *storedEndpoint) { e.DomainName = "bo.shop.contoso.com" }) },
	"tags":        func(d *duo) { d.shop.update(func(e *storedEndpoint) { e.Tags = map[string]string{"team": "bo"} }) },
	"other tags": func(d *duo) {
		d.shop.update(func(e *storedEndpoint) { e.Tags = map[string]string{"team": "shop", "cost": "42"} })
	},
	"delete":  func(d *duo) { d.shop.remove(); d.target.remove() },
	"refresh": func(d *duo) { d.shop.refresh() },
	"fill":    func(d *duo) { d.edit("bo.contoso.com") },
	"undo":    func(d *duo) { d.edit("older.shop.contoso.com") },
	"approve": func(d *duo) { d.settle("Approved") },
	"reject":  func(d *duo) { d.settle("Rejected") },
}

// settle is a decision of the owner's that the workspace has applied.
func (d *duo) settle(state string) {
	d.target.set(state, "Bo decides. "+shopCode)
	d.shop.update(func(e *storedEndpoint) { e.Connection = state })
}

// edit writes another host into the data source, as Grafana does with every change.
func (d *duo) edit(host string) {
	source := map[string]any{}
	_ = json.Unmarshal([]byte(d.grafana.Source("shop-metrics")), &source)
	source["url"], source["version"] = "https://"+host+":9443/prom", source["version"].(float64)+1
	text, _ := json.Marshal(source)
	d.grafana.Put(string(text))
}

func startDuo(t *testing.T) *duo {
	t.Helper()
	t.Setenv(approveRequestsVariable, "true")
	s, fake, grafana := remoteSetup(t)
	s.jsonData["approveRequests"] = true
	shop := share(fake)
	target := ownTarget(fake, shop.get().Target, "/p/grafana-contoso-shop", "Bo asks. "+shopCode)
	return &duo{app: s.app(t), fake: fake, shop: shop, grafana: grafana, target: target, seen: shop.get().CreatedAt}
}

// cell is what A is told; done means success.
type cell struct {
	// before is told when B was done by the time that A's request arrived here.
	before string
	// meanwhile is told when B's change arrived in Azure or Grafana after this backend had read, and before A's.
	meanwhile string
}

const done = "done"

// Who changes the same thing as someone else is told, or refused; who changes something else isn't disturbed. Why a cell
// can't be closed from outside Azure says docs/two-admins.md.
var twoAdmins = map[string]map[string]cell{
	"create": {
		"create": {"endpoint_exists", "endpoint_taken"}, "domain name": {done, done}, "tags": {done, done}, "other tags": {done, done},
		"delete": {done, done}, "refresh": {done, done}, "fill": {done, done}, "undo": {done, done}, "approve": {done, done}, "reject": {done, done},
	},
	"domain name": {
		"create": {"endpoint_replaced", "endpoint_recreated"}, "domain name": {"domain_name_changed", done}, "tags": {done, done}, "other tags": {done, done},
		"delete": {"azure_not_found", "endpoint_recreated"}, "refresh": {done, done}, "fill": {done, done}, "undo": {done, done}, "approve": {done, done}, "reject": {done, done},
	},
	"tags": {
		"create": {"endpoint_replaced", "endpoint_recreated"}, "domain name": {done, done}, "tags": {"tags_changed", done}, "other tags": {done, done},
		"delete": {"azure_not_found", "azure_not_found"}, "refresh": {done, done}, "fill": {done, done}, "undo": {done, done}, "approve": {done, done}, "reject": {done, done},
	},
	"delete": {
		"create": {"endpoint_replaced", done}, "domain name": {done, done}, "tags": {done, done}, "other tags": {done, done},
		"delete": {done, done}, "refresh": {done, done}, "fill": {done, done}, "undo": {done, done}, "approve": {done, done}, "reject": {done, done},
	},
	"refresh": {
		"create": {done, done}, "domain name": {done, done}, "tags": {done, done}, "other tags": {done, done},
		"delete": {done, done}, "refresh": {done, done}, "fill": {done, done}, "undo": {done, done}, "approve": {done, done}, "reject": {done, done},
	},
	"approve": {
		"create": {"endpoint_replaced", "azure_not_found"}, "domain name": {done, done}, "tags": {done, done}, "other tags": {done, done},
		"delete": {"azure_not_found", "azure_not_found"}, "refresh": {done, done}, "fill": {done, done}, "undo": {done, done},
		"approve": {"request_decided", done}, "reject": {"request_decided", done},
	},
	"reject": {
		"create": {"endpoint_replaced", "azure_not_found"}, "domain name": {done, done}, "tags": {done, done}, "other tags": {done, done},
		"delete": {"azure_not_found", "azure_not_found"}, "refresh": {done, done}, "fill": {done, done}, "undo": {done, done},
		"approve": {"request_decided", done}, "reject": {"request_decided", done},
	},
	"fill": {
		"create": {"endpoint_replaced", "endpoint_changed"}, "domain name": {"datasource_host_not_allowed", "endpoint_changed"}, "tags": {done, done}, "other tags": {done, done},
		"delete": {"azure_not_found", "endpoint_changed"}, "refresh": {done, done}, "fill": {"datasource_conflict", "datasource_conflict"}, "undo": {"datasource_conflict", "datasource_conflict"},
		"approve": {done, done}, "reject": {"endpoint_not_usable", "endpoint_changed"},
	},
	"undo": {
		"create": {done, done}, "domain name": {done, done}, "tags": {done, done}, "other tags": {done, done},
		"delete": {done, done}, "refresh": {done, done}, "fill": {"receipt_stale", "datasource_conflict"}, "undo": {"receipt_stale", "datasource_conflict"},
		"approve": {done, done}, "reject": {done, done},
	},
}

func TestTwoAdmins(t *testing.T) {
	for a, row := range twoAdmins {
		require.ElementsMatch(t, keysOf(whatBDoes), keysOf(row), a)
		for b, want := range row {
			t.Run(a+"/"+b+"/before", func(t *testing.T) {
				d := startDuo(t)
				r := whatADoes[a](t, d)
				whatBDoes[b](d)
				theirs := d.shop.get()
				require.Equal(t, want.before, told(t, r, d))
				d.requireKept(t, a, theirs, want.before)
			})
			t.Run(a+"/"+b+"/meanwhile", func(t *testing.T) {
				d := startDuo(t)
				r := whatADoes[a](t, d)
				d.whileWriting(func() { whatBDoes[b](d) })
				require.Equal(t, want.meanwhile, told(t, r, d))
			})
		}
	}
}

// whileWriting does something when A's change has arrived where it is written.
func (d *duo) whileWriting(act func()) {
	once := true
	d.shop.meanwhile = func() { once = false; act() }
	d.target.beforeWrite = act
	d.grafana.Override = func(_ http.ResponseWriter, r *http.Request) bool {
		if once && r.Method == http.MethodPut {
			once = false
			act()
		}
		return false
	}
}

// told is what A gets to know: an error's code, that the endpoint changed, or done.
func told(t *testing.T, r request, d *duo) string {
	t.Helper()
	answer := r.send(t, d.app)
	if answer.Status >= 300 {
		return decodeAnswer[refusal](t, answer).Code
	}
	if changed := decodeAnswer[struct{ EndpointChanged *refusal }](t, answer).EndpointChanged; changed != nil {
		return changed.Code
	}
	return done
}

// requireKept: what B did is still there, unless A undid just that.
func (d *duo) requireKept(t *testing.T, a string, theirs *storedEndpoint, outcome string) {
	t.Helper()
	now := d.shop.get()
	if theirs == nil || outcome == done && a == "delete" {
		return
	}
	require.NotNil(t, now)
	require.Equal(t, theirs.CreatedAt, now.CreatedAt)
	if a != "domain name" || outcome != done {
		require.Equal(t, theirs.DomainName, now.DomainName)
	}
	wanted := maps.Clone(theirs.Tags)
	if a == "tags" && outcome == done {
		wanted["team"] = "ada"
	}
	require.Equal(t, wanted, now.Tags)
}

func keysOf[V any](of map[string]V) (keys []string) {
	for key := range of {
		keys = append(keys, key)
	}
	return keys
}

// While a change is on its way for seconds, someone else's tags are seen, and told to be put back.
func TestTagsThatWereOverwrittenAreTold(t *testing.T) {
	for _, a := range []string{"domain name", "tags"} {
		t.Run(a, func(t *testing.T) {
			d := startDuo(t)
			r := whatADoes[a](t, d)
			d.shop.meanwhile = func() { whatBDoes["other tags"](d); time.Sleep(3 * betweenGlances) }
			answer := r.send(t, d.app)
			require.Equal(t, 202, answer.Status, string(answer.Body))
			require.Equal(t, map[string]string{"team": "shop", "cost": "42"}, decodeAnswer[operationAnswer](t, answer).Overwritten)
			require.NotContains(t, d.shop.get().Tags, "cost")
		})
	}
}

// A deletion that was on its way for seconds may have met the endpoint that someone created meanwhile.
func TestADeletionThatMetAnotherIsTold(t *testing.T) {
	d := startDuo(t)
	r := whatADoes["delete"](t, d)
	d.shop.meanwhile = func() { d.shop.replace(); time.Sleep(3 * betweenGlances) }
	refused := requireRefusal(t, r.send(t, d.app), 409, "endpoint_recreated")
	require.Contains(t, refused.Hint, "bo@contoso.com")
}

// Two admins of one Grafana take turns: the second decides on what the first one wrote.
func TestChangesToOneEndpointTakeTurns(t *testing.T) {
	d := startDuo(t)
	first := whatADoes["domain name"](t, d)
	second := change("PATCH", "endpoints/shop", fmt.Sprintf(`{"createdAt":%q,"tags":{"seen":{"team":"shop"},"wanted":{"team":"shop","cost":"42"}}}`, d.seen))
	second.user = &backend.User{Login: "bob", Role: "Admin"}
	answered := make(chan int, 1)
	d.shop.meanwhile = func() {
		go func() { answered <- second.send(t, d.app).Status }()
		select {
		case status := <-answered:
			answered <- status
			t.Error("the second didn't wait")
		case <-time.After(200 * time.Millisecond):
		}
	}
	require.Equal(t, 202, first.send(t, d.app).Status)
	require.Equal(t, 202, <-answered)
	require.Equal(t, map[string]string{"team": "shop", "cost": "42"}, d.shop.get().Tags)
	require.Equal(t, "ada.shop.contoso.com", d.shop.get().DomainName)
	require.Empty(t, changing.byKey, "nobody is left waiting")
}

func TestAChangeSaysWhichEndpointItWasAbout(t *testing.T) {
	for _, a := range []string{"create", "domain name", "tags", "delete", "approve", "reject"} {
		d := startDuo(t)
		answer := whatADoes[a](t, d).send(t, d.app)
		want := d.seen
		if a == "create" {
			want = d.shop.get().CreatedAt
		}
		require.Equal(t, want, decodeAnswer[operationAnswer](t, answer).Operation.CreatedAt, a)
	}
	d := startDuo(t)
	require.Contains(t, string(whatADoes["fill"](t, d).send(t, d.app).Body), `"createdAt":"`+d.seen+`"`)
}

func TestAnETagIsSentAlong(t *testing.T) {
	const inBody = `"etag":"\"0a1b\""`
	for _, test := range []struct{ header, body, want string }{
		{`"0a1b"`, `"x":1`, `"0a1b"`}, {`W/"0a1b"`, `"x":1`, ""}, {"", `"x":1`, ""}, {"", inBody, `"0a1b"`}, {`"newer"`, inBody, `"newer"`},
	} {
		app, fake := newTestApp(t)
		fake.Handle(endpointRoute, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("ETag", test.header)
			azuretest.Write(w, 200, strings.Replace(fullEndpoint, inBody, test.body, 1))
		})
		got := "none"
		fake.Handle("DELETE "+namedPath, func(w http.ResponseWriter, r *http.Request) {
			got = r.Header.Get("If-Match")
			w.WriteHeader(204)
		})
		require.Equal(t, 202, change("DELETE", "endpoints/orders-db", seenBody).send(t, app).Status)
		require.Equal(t, test.want, got, test)
	}
}

// A token that is refused in the moment of the write: signing in takes time, and what was read is old by then.
func TestARefusedChangeIsNotSentAgain(t *testing.T) {
	for _, a := range []string{"create", "domain name", "tags", "delete", "approve", "reject"} {
		d := startDuo(t)
		r := whatADoes[a](t, d)
		sent := 0
		d.fake.Override = func(w http.ResponseWriter, r *http.Request) bool {
			if r.Method == http.MethodGet {
				return false
			}
			sent++
			azuretest.Write(w, 401, `{"error":{"code":"InvalidAuthenticationToken"}}`)
			return true
		}
		requireRefusal(t, r.send(t, d.app), 502, "azure_token_rejected")
		require.Equal(t, 1, sent, a)
		d.fake.Override = nil
		require.Equal(t, 202, r.send(t, d.app).Status, "the next attempt has a fresh token")
	}
}

func TestTheReceiptOfAReplacedWorkspaceIsStale(t *testing.T) {
	s, fake, grafana := remoteSetup(t)
	created := func(at string) {
		fake.Answer(workspaceRoute, 200, fmt.Sprintf(`{"name":"contoso","systemData":{"createdAt":%q},"properties":{"endpoint":%q}}`, at, grafana.URL))
	}
	created("2026-01-01T00:00:00Z")
	app := s.app(t)
	sealed := fillShop(t, app)
	created("2026-11-01T00:00:00Z")
	requireRefusal(t, changeWith(undoPath, sealed).send(t, app), 409, "receipt_stale")
	created("2026-01-01T00:00:00.000Z")
	require.Equal(t, 200, changeWith(undoPath, sealed).send(t, app).Status)
}

// The status is gone, so the endpoint tells: another one under the name isn't the one that is being deleted.
func TestProgressOfAnEndpointThatWasReplaced(t *testing.T) {
	for kind, want := range map[string]string{"delete": "succeeded", "update": "failed", "create": "failed"} {
		app, fake := newTestApp(t)
		fake.Answer(endpointRoute, 200, fullEndpoint)
		answer := change("POST", "operations", `{"kind":"`+kind+`","name":"orders-db","createdAt":"2026-09-30T08:30:00Z"}`).send(t, app)
		require.Equal(t, want, decodeAnswer[struct{ Status string }](t, answer).Status, kind)
	}
	app, _ := newTestApp(t)
	require.Equal(t, "createdAt", requireRefusal(t, change("POST", "operations", `{"kind":"delete","name":"a","createdAt":"x"}`).send(t, app), 400, "invalid_request").Field)
}
