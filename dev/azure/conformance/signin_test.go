package conformance

import (
	"strings"
	"testing"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
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
