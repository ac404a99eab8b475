package azure

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/grafana/grafana-azure-sdk-go/v2/azcredentials"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

// fakeIdentity signs in to the scripted Entra, or fails the test.
func fakeIdentity(t *testing.T, fake *azuretest.Azure, credentials azcredentials.AzureCredentials) Identity {
	t.Helper()
	host := readWith(t, map[string]string{"GFAZPL_AZURE_CLOUDS_CONFIG": fake.CloudsConfig()}, nil)
	cloud, err := FindCloud(host.AzureSettings, azuretest.CloudName)
	require.NoError(t, err)
	return Identity{Cloud: cloud, Credentials: credentials}
}

// A token request holds the secret, or what is as good: it never leaves the cloud's authority, whatever that says.
func TestTokenRequestsStayWithTheAuthority(t *testing.T) {
	limits := Limits{Try: 20 * time.Second, Call: time.Minute, RetryDelay: time.Millisecond, MaxRetryDelay: time.Millisecond, Body: 1 << 20}
	file := filepath.Join(t.TempDir(), "token")
	require.NoError(t, os.WriteFile(file, []byte("federated-token"), 0o600))
	for name, credentials := range map[string]azcredentials.AzureCredentials{
		"secret":   &azcredentials.AzureClientSecretCredentials{TenantId: azuretest.TenantID, ClientId: azuretest.ClientID, ClientSecret: azuretest.ClientSecret},
		"workload": &azcredentials.AzureWorkloadIdentityCredentials{TenantId: azuretest.TenantID, ClientId: azuretest.ClientID},
	} {
		t.Run(name, func(t *testing.T) {
			fake := azuretest.Start(t)
			fake.Token = func(w http.ResponseWriter, _ *http.Request) { fake.IssueToken(w) }
			stolen := false
			thief := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				stolen = true
				fake.IssueToken(w)
			}))
			t.Cleanup(thief.Close)
			client, err := NewHTTPClient(limits, fake.HTTPOptions())
			require.NoError(t, err)
			identity := fakeIdentity(t, fake, credentials)
			identity.TokenFile = file
			signIn := func() error {
				source, err := newTokenSource(identity, client, limits)
				require.NoError(t, err)
				_, err = source.GetToken(t.Context(), policy.TokenRequestOptions{Scopes: []string{fake.Manager.URL + "/.default"}})
				return err
			}
			require.NoError(t, signIn())
			fake.TokenEndpoint = thief.URL + "/" + azuretest.TenantID + "/oauth2/v2.0/token"
			require.ErrorContains(t, signIn(), "links to a host that isn't allowed")
			require.False(t, stolen)
		})
	}
}
