package plugin

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/require"
	"software.sslmate.com/src/go-pkcs12"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

const emptyList = `{"value":[]}`

func TestContractOfSignIn(t *testing.T) {
	fake := azuretest.Start(t)
	s := newSetup(fake)
	s.config["GFAZPL_MANAGED_IDENTITY_ENABLED"] = "true"
	r := get("authentication")
	answer := r.send(t, s.app(t))
	require.Equal(t, 200, answer.Status)
	requireGolden(t, "authentication", r, answer, fake)
	require.Zero(t, fake.Issued())
}

func TestSignInWorksBeforeAnythingIsSetUp(t *testing.T) {
	fake := azuretest.Start(t)
	s := newSetup(fake)
	s.jsonData = nil
	answer := get("authentication").send(t, s.app(t))
	require.Equal(t, 200, answer.Status)
	decoded := decodeAnswer[struct {
		Cloud   string
		Methods []authenticationMethod
	}](t, answer)
	require.Equal(t, "AzureCloud", decoded.Cloud)
	require.Len(t, decoded.Methods, 4)
	require.False(t, decoded.Methods[0].Enabled)
	require.Contains(t, decoded.Methods[0].HowTo, "forward_settings_to_plugins = grafana-azure-monitor-datasource")
}

func TestSettingsOfTheHostThatCantBeRead(t *testing.T) {
	s := newSetup(azuretest.Start(t))
	s.config = nil
	t.Setenv("GFAZPL_MANAGED_IDENTITY_ENABLED", "perhaps")
	requireRefusal(t, get("authentication").send(t, s.app(t)), 400, "invalid_settings")
}

// pair makes a self-signed certificate for a key of the given kind.
func pair(t *testing.T) (*rsa.PrivateKey, *x509.Certificate) {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	require.NoError(t, err)
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "test"}, NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	require.NoError(t, err)
	certificate, err := x509.ParseCertificate(der)
	require.NoError(t, err)
	return key, certificate
}

func pemText(kind string, der []byte) string {
	return string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}))
}

// checkAssertion is an Entra that verifies the signature of a client assertion.
func checkAssertion(t *testing.T, fake *azuretest.Azure, key *rsa.PrivateKey) {
	fake.Token = func(w http.ResponseWriter, r *http.Request) {
		_, err := jwt.Parse(r.FormValue("client_assertion"), func(*jwt.Token) (any, error) { return &key.PublicKey, nil },
			jwt.WithIssuer(azuretest.ClientID), jwt.WithAudience(fake.Entra.URL+"/"+azuretest.TenantID+"/oauth2/v2.0/token"))
		if err != nil {
			t.Log(err)
			azuretest.RefuseToken(w, 700027, "Client assertion failed signature validation.")
			return
		}
		fake.IssueToken(w)
	}
}

func certificateSetup(fake *azuretest.Azure, format string, secrets map[string]string) *setup {
	s := newSetup(fake)
	s.credentials()["authType"] = "clientcertificate"
	s.credentials()["certificateFormat"] = format
	s.secrets = secrets
	return s
}

func TestSignInWithACertificate(t *testing.T) {
	key, certificate := pair(t)
	pkcs8, err := x509.MarshalPKCS8PrivateKey(key)
	require.NoError(t, err)
	archive, err := pkcs12.Modern.Encode(key, certificate, nil, "pass")
	require.NoError(t, err)
	for format, secrets := range map[string]map[string]string{
		"pem": {"clientCertificate": pemText("CERTIFICATE", certificate.Raw), "privateKey": pemText("PRIVATE KEY", pkcs8)},
		"pfx": {"clientCertificate": base64.StdEncoding.EncodeToString(archive), "certificatePassword": "pass"},
	} {
		fake := azuretest.Start(t)
		checkAssertion(t, fake, key)
		fake.Answer(listRoute, 200, emptyList)
		answer := get("endpoints").send(t, certificateSetup(fake, format, secrets).app(t))
		require.Equal(t, 200, answer.Status, "%s: %s", format, answer.Body)
	}
}

func TestCertificatesThatCantBeUsed(t *testing.T) {
	key, certificate := pair(t)
	other, _ := pair(t)
	elliptic, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	keyOf := func(key any) string {
		der, err := x509.MarshalPKCS8PrivateKey(key)
		require.NoError(t, err)
		return pemText("PRIVATE KEY", der)
	}
	certificateText := pemText("CERTIFICATE", certificate.Raw)
	archive, err := pkcs12.Modern.Encode(key, certificate, nil, "pass")
	require.NoError(t, err)
	for name, s := range map[string]struct {
		format  string
		secrets map[string]string
	}{
		"no certificate":     {"pem", map[string]string{"clientCertificate": "nonsense", "privateKey": keyOf(key)}},
		"no key":             {"pem", map[string]string{"clientCertificate": certificateText, "privateKey": "nonsense"}},
		"another key":        {"pem", map[string]string{"clientCertificate": certificateText, "privateKey": keyOf(other)}},
		"not an RSA key":     {"pem", map[string]string{"clientCertificate": certificateText, "privateKey": keyOf(elliptic)}},
		"no base64":          {"pfx", map[string]string{"clientCertificate": "%%%", "certificatePassword": "pass"}},
		"no archive":         {"pfx", map[string]string{"clientCertificate": "AAAA", "certificatePassword": "pass"}},
		"a wrong password":   {"pfx", map[string]string{"clientCertificate": base64.StdEncoding.EncodeToString(archive), "certificatePassword": "wrong-one"}},
		"Entra knows it not": {"pem", map[string]string{"clientCertificate": certificateText, "privateKey": keyOf(key)}},
	} {
		t.Run(name, func(t *testing.T) {
			fake := azuretest.Start(t)
			checkAssertion(t, fake, other)
			logged := captureLog(t)
			answer := get("endpoints").send(t, certificateSetup(fake, s.format, s.secrets).app(t))
			requireRefusal(t, answer, 502, "sign_in_certificate_invalid")
			for _, text := range []string{string(answer.Body), logged.String()} {
				require.NotContains(t, text, "wrong-one")
				require.NotContains(t, text, "BEGIN")
			}
			if name == "a wrong password" {
				requireGolden(t, "errors/sign_in_certificate_invalid", get("endpoints"), answer, fake)
			}
		})
	}
}

func TestSignInWithAWorkloadIdentity(t *testing.T) {
	fake := azuretest.Start(t)
	file := filepath.Join(t.TempDir(), "token")
	require.NoError(t, os.WriteFile(file, []byte("federated-token"), 0o600))
	fake.Token = func(w http.ResponseWriter, r *http.Request) {
		if r.FormValue("client_assertion") != "federated-token" || r.FormValue("client_id") != azuretest.ClientID {
			azuretest.RefuseToken(w, 70021, "No matching federated identity record found.")
			return
		}
		fake.IssueToken(w)
	}
	fake.Answer(listRoute, 200, emptyList)
	s := newSetup(fake)
	s.secrets = nil
	s.jsonData["azureCredentials"] = map[string]any{"authType": "workloadidentity", "azureCloud": azuretest.CloudName}
	s.config["GFAZPL_WORKLOAD_IDENTITY_ENABLED"] = "true"
	s.config["GFAZPL_WORKLOAD_IDENTITY_TENANT_ID"] = azuretest.TenantID
	s.config["GFAZPL_WORKLOAD_IDENTITY_CLIENT_ID"] = "77777777-0000-0000-0000-000000000000"
	s.config["GFAZPL_WORKLOAD_IDENTITY_TOKEN_FILE"] = file
	requireRefusal(t, get("endpoints").send(t, s.app(t)), 502, "sign_in_refused")

	s.credentials()["clientId"] = azuretest.ClientID
	answer := get("endpoints").send(t, s.app(t))
	require.Equal(t, 200, answer.Status, string(answer.Body))

	s.config["GFAZPL_WORKLOAD_IDENTITY_TOKEN_FILE"] = file + "-gone"
	requireRefusal(t, get("endpoints").send(t, s.app(t)), 502, "sign_in_refused")

	delete(s.config, "GFAZPL_WORKLOAD_IDENTITY_TOKEN_FILE")
	requireRefusal(t, get("endpoints").send(t, s.app(t)), 502, "sign_in_method_disabled")
}

// managedSetup signs in with the identity that an App Service's environment offers; MSAL caches its tokens for the whole
// process, so each test takes another client id.
func managedSetup(t *testing.T, fake *azuretest.Azure, clientID string, identity http.HandlerFunc) *setup {
	t.Helper()
	server := httptest.NewServer(identity)
	t.Cleanup(server.Close)
	t.Setenv("IDENTITY_ENDPOINT", server.URL)
	t.Setenv("IDENTITY_HEADER", "identity-header")
	s := newSetup(fake)
	s.secrets = nil
	s.jsonData["azureCredentials"] = map[string]any{"authType": "msi", "clientId": clientID}
	s.config["GFAZPL_AZURE_CLOUD"] = azuretest.CloudName
	s.config["GFAZPL_MANAGED_IDENTITY_ENABLED"] = "true"
	return s
}

// issueManaged answers as an App Service's identity endpoint does.
func issueManaged(fake *azuretest.Azure, w http.ResponseWriter) {
	issued := httptest.NewRecorder()
	fake.IssueToken(issued)
	azuretest.Write(w, 200, strings.Replace(issued.Body.String(), `"expires_in":3599`, fmt.Sprintf(`"expires_on":"%d"`, time.Now().Add(time.Hour).Unix()), 1))
}

func TestSignInWithAManagedIdentity(t *testing.T) {
	fake := azuretest.Start(t)
	fake.Answer(listRoute, 200, emptyList)
	s := managedSetup(t, fake, "own-identity", func(w http.ResponseWriter, r *http.Request) {
		require.Equal(t, "identity-header", r.Header.Get("X-Identity-Header"))
		require.Equal(t, "own-identity", r.FormValue("client_id"))
		require.Equal(t, fake.Manager.URL, r.FormValue("resource"))
		issueManaged(fake, w)
	})
	answer := get("endpoints").send(t, s.app(t))
	require.Equal(t, 200, answer.Status, string(answer.Body))

	delete(s.config, "GFAZPL_AZURE_CLOUD")
	s.credentials()["azureCloud"] = azuretest.CloudName
	answer = get("endpoints").send(t, s.app(t))
	require.Equal(t, 200, answer.Status, "a chosen cloud counts with the host's identity too: %s", answer.Body)
}

// The host's identity service hands its tokens to whoever asks: no proxy may come to know them.
func TestAManagedIdentityIsNotAskedThroughTheProxy(t *testing.T) {
	fake := azuretest.Start(t)
	s := managedSetup(t, fake, "unproxied-identity", nil)
	t.Setenv("IDENTITY_ENDPOINT", "http://identity.invalid")
	requireRefusal(t, get("endpoints").send(t, s.app(t)), 502, "sign_in_unreachable")
	_, asked := proxied.Load("identity.invalid")
	require.False(t, asked)

	factory, err := NewFactory(s.limits, s.options)
	require.NoError(t, err)
	answer, err := factory.HTTP.Get("http://azure.invalid")
	require.NoError(t, err)
	require.NoError(t, answer.Body.Close())
	_, asked = proxied.Load("azure.invalid")
	require.True(t, asked)
	// Nobody told which host it is for, so not even the proxy of this machine is dialled.
	_, err = factory.PlaneHTTP.Get("http://grafana.invalid")
	require.ErrorContains(t, err, "proxyconnect")
}

func TestAManagedIdentityThatIsRefused(t *testing.T) {
	fake := azuretest.Start(t)
	s := managedSetup(t, fake, "unknown-identity", func(w http.ResponseWriter, _ *http.Request) {
		azuretest.Write(w, 400, `{"statusCode":400,"message":"No User Assigned or Delegated Managed Identity found for specified ClientId"}`)
	})
	refused := requireRefusal(t, get("endpoints").send(t, s.app(t)), 502, "sign_in_refused")
	require.Contains(t, refused.Cause, "No User Assigned")
}

func TestAManagedIdentityThatIsNotThere(t *testing.T) {
	fake := azuretest.Start(t)
	s := managedSetup(t, fake, "absent-identity", nil)
	t.Setenv("IDENTITY_ENDPOINT", "http://127.0.0.1:1")
	refused := requireRefusal(t, get("endpoints").send(t, s.app(t)), 502, "sign_in_unreachable")
	require.Contains(t, refused.Message, "managed identity")
}
