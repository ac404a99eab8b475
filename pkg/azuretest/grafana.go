package azuretest

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// ServiceToken is what the scripted Grafana takes besides Entra's tokens.
const ServiceToken = "glsa_a-token-that-must-stay-hidden" // #nosec G101 -- of tests alone; no Grafana knows it.

// Grafana is a scripted Grafana of a workspace: data sources by uid with Grafana's rules for versions.
type Grafana struct {
	*httptest.Server
	// Override answers instead of the script when it returns true.
	Override func(http.ResponseWriter, *http.Request) bool

	mutex    sync.Mutex
	sources  map[string]string
	requests []Seen
	created  int
}

// Seen is one request as it arrived.
type Seen struct {
	Method, Path, Query, Authorization, NoCache, Body string
	Header                                            http.Header
}

// StartGrafana starts it; it ends with the test. The sources are raw JSON with uid, name, type and version.
func StartGrafana(t testing.TB, sources ...string) *Grafana {
	t.Helper()
	g := &Grafana{sources: map[string]string{}}
	for _, source := range sources {
		g.Put(source)
	}
	g.Server = httptest.NewTLSServer(http.HandlerFunc(g.serve))
	t.Cleanup(g.Close)
	return g
}

// Put stores a data source as it is.
func (g *Grafana) Put(source string) {
	var read struct{ UID string }
	if err := json.Unmarshal([]byte(source), &read); err != nil {
		panic(err)
	}
	g.mutex.Lock()
	defer g.mutex.Unlock()
	g.sources[read.UID] = source
}

// Source is what is stored under a uid.
func (g *Grafana) Source(uid string) string {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	return g.sources[uid]
}

// Seen returns the requests so far; with a method, those only.
func (g *Grafana) Seen(method string) []Seen {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	var seen []Seen
	for _, request := range g.requests {
		if method == "" || request.Method == method {
			seen = append(seen, request)
		}
	}
	return seen
}

func (g *Grafana) serve(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	g.mutex.Lock()
	g.requests = append(g.requests, Seen{r.Method, r.URL.Path, r.URL.RawQuery, r.Header.Get("Authorization"), r.Header.Get("X-Grafana-NoCache"), string(body), r.Header})
	override := g.Override
	g.mutex.Unlock()
	if override != nil && override(w, r) {
		return
	}
	g.Answer(w, r, body)
}

// Answer is the script itself.
func (g *Grafana) Answer(w http.ResponseWriter, r *http.Request, body []byte) {
	if token := r.Header.Get("Authorization"); token != "Bearer "+ServiceToken && !strings.HasPrefix(token, "Bearer token-number-") {
		Write(w, http.StatusUnauthorized, `{"message":"Unauthorized"}`)
		return
	}
	uid, byUID := strings.CutPrefix(r.URL.Path, "/api/datasources/uid/")
	switch {
	case r.Method == http.MethodGet && r.URL.Path == "/api/datasources":
		g.list(w)
	case r.Method == http.MethodPost && r.URL.Path == "/api/datasources":
		g.create(w, body)
	case r.Method == http.MethodGet && r.URL.Path == "/api/access-control/user/permissions":
		Write(w, 200, `{"datasources:read":["datasources:*"],"datasources:query":["datasources:*"],"datasources:create":[""],"datasources:write":["datasources:*"],"datasources:delete":["datasources:*"]}`)
	case r.URL.Path == "/api/search":
		Write(w, 200, `[]`)
	case r.URL.Path == "/api/ruler/grafana/api/v1/rules":
		Write(w, 200, `{}`)
	case byUID && strings.HasSuffix(uid, "/health"):
		Write(w, 400, `{"message":"Post \"https://prometheus.shop.contoso.com:9443/api/v1/query\": dial tcp: lookup prometheus.shop.contoso.com: no such host","status":"ERROR","details":{"verboseMessage":"look at the name"}}`)
	case byUID && g.Source(uid) == "":
		Write(w, http.StatusNotFound, `{"message":"Data source not found"}`)
	case byUID && r.Method == http.MethodGet:
		Write(w, 200, g.Source(uid))
	case byUID && r.Method == http.MethodPut:
		g.update(w, uid, body)
	default:
		Write(w, http.StatusNotFound, `{"message":"Not found"}`)
	}
}

func (g *Grafana) list(w http.ResponseWriter) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	var all []string
	for _, source := range g.sources {
		all = append(all, source)
	}
	Write(w, 200, "["+strings.Join(all, ",")+"]")
}

func (g *Grafana) create(w http.ResponseWriter, body []byte) {
	var read map[string]json.RawMessage
	_ = json.Unmarshal(body, &read)
	g.mutex.Lock()
	defer g.mutex.Unlock()
	for _, source := range g.sources {
		var other map[string]json.RawMessage
		_ = json.Unmarshal([]byte(source), &other)
		if string(other["name"]) == string(read["name"]) {
			Write(w, http.StatusConflict, `{"message":"data source with the same name already exists"}`)
			return
		}
	}
	g.created++
	uid := fmt.Sprintf("created-%d", g.created)
	read["uid"], read["version"] = json.RawMessage(`"`+uid+`"`), json.RawMessage("1")
	text, _ := json.Marshal(read)
	g.sources[uid] = string(text)
	Write(w, 200, `{"message":"Datasource added","datasource":`+string(text)+`}`)
}

func (g *Grafana) update(w http.ResponseWriter, uid string, body []byte) {
	var read, stored map[string]json.RawMessage
	_ = json.Unmarshal(body, &read)
	g.mutex.Lock()
	defer g.mutex.Unlock()
	_ = json.Unmarshal([]byte(g.sources[uid]), &stored)
	if string(read["version"]) != string(stored["version"]) {
		Write(w, http.StatusConflict, `{"message":"Datasource has already been updated by someone else. Please reload and try again"}`)
		return
	}
	var version int
	_ = json.Unmarshal(read["version"], &version)
	text := strings.Replace(string(body), fmt.Sprintf(`"version":%d`, version), fmt.Sprintf(`"version":%d`, version+1), 1)
	g.sources[uid] = text
	Write(w, 200, `{"datasource":`+text+`,"message":"Datasource updated"}`)
}
