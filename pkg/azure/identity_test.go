package azure

import (
	"testing"

	"github.com/grafana/grafana-azure-sdk-go/v2/azcredentials"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

// Tokens are kept by this key: whoever doesn't know a secret must never get the token of someone who does.
func TestIdentitiesThatDifferInAnythingDifferInTheirKey(t *testing.T) {
	fake, other := azuretest.Start(t), azuretest.Start(t)
	seen := map[string]int{}
	for i, credentials := range []azcredentials.AzureCredentials{
		&azcredentials.AzureClientSecretCredentials{TenantId: "t", ClientId: "c", ClientSecret: "s"},
		&azcredentials.AzureClientSecretCredentials{TenantId: "t", ClientId: "c", ClientSecret: "s2"},
		&azcredentials.AzureClientSecretCredentials{TenantId: "t", ClientId: "c2", ClientSecret: "s"},
		&azcredentials.AzureClientSecretCredentials{TenantId: "t2", ClientId: "c", ClientSecret: "s"},
		&azcredentials.AzureClientCertificateCredentials{TenantId: "t", ClientId: "c", ClientCertificate: "a", PrivateKey: "k"},
		&azcredentials.AzureClientCertificateCredentials{TenantId: "t", ClientId: "c", ClientCertificate: "a", PrivateKey: "k2"},
		&azcredentials.AzureClientCertificateCredentials{TenantId: "t", ClientId: "c", ClientCertificate: "a2", PrivateKey: "k"},
		&azcredentials.AzureClientCertificateCredentials{TenantId: "t", ClientId: "c", ClientCertificate: "a", CertificatePassword: "k"},
		&azcredentials.AzureWorkloadIdentityCredentials{TenantId: "t", ClientId: "c"},
		&azcredentials.AzureManagedIdentityCredentials{ClientId: "c"},
		&azcredentials.AzureManagedIdentityCredentials{ClientId: "c2"},
	} {
		identity := fakeIdentity(t, fake, credentials)
		elsewhere := fakeIdentity(t, other, credentials)
		withFile := identity
		withFile.TokenFile = "/token"
		for _, key := range []string{identity.key(), elsewhere.key(), withFile.key()} {
			_, taken := seen[key]
			require.False(t, taken, "%d has the key of %d", i, seen[key])
			seen[key] = i
		}
		require.Equal(t, identity.key(), fakeIdentity(t, fake, credentials).key())
	}
}

func TestEachSecretOfAnIdentityIsHidden(t *testing.T) {
	for secret, credentials := range map[string]azcredentials.AzureCredentials{
		"the-secret":      &azcredentials.AzureClientSecretCredentials{ClientSecret: "the-secret"},
		"the-key":         &azcredentials.AzureClientCertificateCredentials{PrivateKey: "the-key"},
		"the-password":    &azcredentials.AzureClientCertificateCredentials{CertificatePassword: "the-password"},
		"the-certificate": &azcredentials.AzureClientCertificateCredentials{ClientCertificate: "the-certificate"},
	} {
		require.Equal(t, "got [hidden].", signInRefused.error("got "+secret+".", Identity{Credentials: credentials}).Cause)
	}
}
