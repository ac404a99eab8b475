package conformance

import (
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

func askToken(t *testing.T, credential azcore.TokenCredential) error {
	t.Helper()
	_, err := credential.GetToken(deadline(t), policy.TokenRequestOptions{Scopes: []string{azure.URLs.ResourceManager + "/.default"}})
	return err
}

// expectRefusal checks that Entra refuses the credential with this AADSTS number.
func expectRefusal(t *testing.T, credential azcore.TokenCredential, number string) {
	t.Helper()
	if err := askToken(t, credential); err == nil || !strings.Contains(err.Error(), number+":") {
		t.Errorf("got %v, want %s", err, number)
	}
}

func TestCertificate(t *testing.T) {
	reset(t)
	pem := slices.Concat(readFile(t, azure.SignIn.CertificateFile), []byte("\n"), readFile(t, azure.SignIn.PrivateKeyFile))
	certificates, key, err := azidentity.ParseCertificates(pem, nil)
	if err != nil {
		t.Fatal(err)
	}
	sign := func(client string) azcore.TokenCredential {
		credential, err := azidentity.NewClientCertificateCredential(tenantID, client, certificates, key,
			&azidentity.ClientCertificateCredentialOptions{ClientOptions: options(t), DisableInstanceDiscovery: true})
		if err != nil {
			t.Fatal(err)
		}
		return credential
	}
	if err := askToken(t, sign(clientID)); err != nil {
		t.Error(err)
	}
	expectRefusal(t, sign(strangerID), "AADSTS700027")
}

func TestWorkloadIdentity(t *testing.T) {
	reset(t)
	sign := func(client string) azcore.TokenCredential {
		credential, err := azidentity.NewWorkloadIdentityCredential(&azidentity.WorkloadIdentityCredentialOptions{
			ClientOptions: options(t), DisableInstanceDiscovery: true,
			TenantID: tenantID, ClientID: client, TokenFilePath: azure.SignIn.FederatedTokenFile,
		})
		if err != nil {
			t.Fatal(err)
		}
		return credential
	}
	if err := askToken(t, sign(clientID)); err != nil {
		t.Error(err)
	}
	expectRefusal(t, sign(strangerID), "AADSTS700211")
}

func TestManagedIdentity(t *testing.T) {
	reset(t)
	ask := func(header string) error {
		t.Setenv("IDENTITY_ENDPOINT", azure.SignIn.ManagedIdentity.Endpoint)
		t.Setenv("IDENTITY_HEADER", header)
		credential, err := azidentity.NewManagedIdentityCredential(&azidentity.ManagedIdentityCredentialOptions{
			ClientOptions: policy.ClientOptions{Transport: http.DefaultClient, Retry: policy.RetryOptions{MaxRetries: -1}},
		})
		if err != nil {
			t.Fatal(err)
		}
		return askToken(t, credential)
	}
	// MSAL keeps tokens for the whole process: the refusal has to come first.
	if err := ask("guess"); err == nil {
		t.Error("a wrong header got a token")
	}
	if err := ask(azure.SignIn.ManagedIdentity.Header); err != nil {
		t.Error(err)
	}
}

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
