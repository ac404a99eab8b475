// Package azuretest serves a scripted Entra and Resource Manager over TLS for tests.
package azuretest

import (
	"cmp"
	"encoding/pem"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
)

// What the scripted Entra takes for good.
const (
	TenantID     = "11111111-2222-3333-4444-555555555555"
	ClientID     = "66666666-7777-8888-9999-000000000000"
	ClientSecret = "a-secret-that-must-stay-hidden"
	CloudName    = "TestCloud"
	WorkspaceID  = "/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/observability/providers/Microsoft.Dashboard/grafana/contoso"
)

// Azure is a scripted Azure. Handle what a test is about; everything else is a 404 in Azure's envelope.
type Azure struct {
	Manager, Entra *httptest.Server
	// Token answers the token request; nil means the secret is checked and a token handed out.
	Token http.HandlerFunc
	// Override answers Resource Manager's requests instead when it returns true.
	Override func(http.ResponseWriter, *http.Request) bool
	// TokenEndpoint is what the openid-configuration names instead of Entra's own.
	TokenEndpoint string

	mutex    sync.Mutex
	routes   map[string]http.HandlerFunc
	requests []*http.Request
	issued   int
	valid    map[string]bool
}

// Start starts both servers; they end with the test.
func Start(t testing.TB) *Azure {
	t.Helper()
	a := &Azure{routes: map[string]http.HandlerFunc{}, valid: map[string]bool{}}
	a.Manager = httptest.NewTLSServer(http.HandlerFunc(a.manager))
	a.Entra = httptest.NewTLSServer(http.HandlerFunc(a.entra))
	t.Cleanup(a.Manager.Close)
	t.Cleanup(a.Entra.Close)
	return a
}

// Handle answers a method and path (without query, any casing) of Resource Manager.
func (a *Azure) Handle(route string, handler http.HandlerFunc) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	a.routes[strings.ToLower(route)] = handler
}

// Answer is Handle with a fixed status and JSON body.
func (a *Azure) Answer(route string, status int, body string) {
	a.Handle(route, func(w http.ResponseWriter, _ *http.Request) { Write(w, status, body) })
}

// Write writes a JSON answer.
func Write(w http.ResponseWriter, status int, body string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(body))
}

// Hang never answers. It ends when the client has gone, and then without an answer that could still reach it.
func Hang(_ http.ResponseWriter, r *http.Request) {
	_, _ = io.ReadAll(r.Body)
	<-r.Context().Done()
	panic(http.ErrAbortHandler)
}

// Requests returns what Resource Manager was asked so far.
func (a *Azure) Requests() []*http.Request {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	return append([]*http.Request(nil), a.requests...)
}

// Issued returns how many tokens were handed out.
func (a *Azure) Issued() int {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	return a.issued
}

// Revoke makes every token that was handed out invalid.
func (a *Azure) Revoke() {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	clear(a.valid)
}

// HTTPOptions make a client trust these servers.
func (a *Azure) HTTPOptions() httpclient.Options {
	block := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: a.Manager.Certificate().Raw})
	return httpclient.Options{TLS: &httpclient.TLSOptions{CACertificate: string(block)}}
}

// CloudsConfig is the JSON of Grafana's clouds_config that leads to these servers.
func (a *Azure) CloudsConfig() string {
	return fmt.Sprintf(`[{"name":%q,"displayName":"Test cloud","aadAuthority":"%s/","properties":{"resourceManager":%q,"portal":"https://portal.test"}}]`,
		CloudName, a.Entra.URL, a.Manager.URL)
}

func (a *Azure) manager(w http.ResponseWriter, r *http.Request) {
	a.mutex.Lock()
	a.requests = append(a.requests, r.Clone(r.Context()))
	handler := a.routes[strings.ToLower(r.Method+" "+r.URL.Path)]
	valid := a.valid[r.Header.Get("Authorization")]
	a.mutex.Unlock()
	switch {
	case !valid:
		w.Header().Set("WWW-Authenticate", `Bearer authorization_uri="https://login.test/", error="invalid_token"`)
		Write(w, http.StatusUnauthorized, `{"error":{"code":"InvalidAuthenticationToken","message":"The access token is invalid."}}`)
	case a.Override != nil && a.Override(w, r):
	case handler != nil:
		handler(w, r)
	default:
		Write(w, http.StatusNotFound, `{"error":{"code":"ResourceNotFound","message":"The Resource was not found."}}`)
	}
}

func (a *Azure) entra(w http.ResponseWriter, r *http.Request) {
	if strings.HasSuffix(r.URL.Path, "/.well-known/openid-configuration") {
		base := a.Entra.URL + "/" + TenantID
		token := cmp.Or(a.TokenEndpoint, base+"/oauth2/v2.0/token")
		Write(w, http.StatusOK, fmt.Sprintf(`{"issuer":"%[1]s/v2.0","authorization_endpoint":"%[1]s/oauth2/v2.0/authorize","token_endpoint":%q}`, base, token))
		return
	}
	if a.Token != nil {
		a.Token(w, r)
		return
	}
	a.CheckSecret(w, r)
}

// CheckSecret is how Entra answers a token request with a client secret.
func (a *Azure) CheckSecret(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("client_secret") != ClientSecret {
		RefuseToken(w, 7000215, "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value.")
		return
	}
	a.IssueToken(w)
}

// IssueToken hands out a token that Resource Manager takes from now on.
func (a *Azure) IssueToken(w http.ResponseWriter) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	a.issued++
	token := fmt.Sprintf("token-number-%d", a.issued)
	a.valid["Bearer "+token] = true
	Write(w, http.StatusOK, fmt.Sprintf(`{"token_type":"Bearer","expires_in":3599,"access_token":%q}`, token))
}

// RefuseToken answers with one of Entra's error numbers.
func RefuseToken(w http.ResponseWriter, number int, message string) {
	w.Header().Set("X-Ms-Request-Id", "entra-request")
	Write(w, http.StatusUnauthorized, fmt.Sprintf(`{"error":"invalid_client","error_description":"AADSTS%d: %s","error_codes":[%d]}`, number, message, number))
}
