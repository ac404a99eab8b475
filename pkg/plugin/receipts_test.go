package plugin

import (
	"testing"

	"github.com/grafana/grafana-azure-sdk-go/v2/azcredentials"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/receipt"
)

// requireOpens says whether the one opens what the other sealed.
func requireOpens(t *testing.T, opens bool, opener, sealer *receipt.Sealer, what ...any) {
	t.Helper()
	sealed, err := sealer.Seal(shopScope(), evilChange())
	require.NoError(t, err)
	_, err = opener.Open(shopScope(), sealed)
	require.Equal(t, opens, err == nil, what...)
}

// Where nothing secret is stored, nothing that anybody can know seals.
func TestNobodyForgesAReceipt(t *testing.T) {
	for _, authType := range []string{azcredentials.AzureAuthManagedIdentity, azcredentials.AzureAuthWorkloadIdentity, azcredentials.AzureAuthClientSecret, azcredentials.AzureAuthClientCertificate, ""} {
		for _, secrets := range []map[string]string{nil, {"azureClientSecret": "", "grafanaToken": ""}} {
			app, err := newSealer(authType, secrets)
			require.NoError(t, err)
			for _, guess := range [][]string{
				{}, {""}, {"process"}, {"process", ""}, {"operator"}, {"operator", ""}, {"grafanaToken", ""}, {"azureClientSecret", ""},
				{"azureClientSecret", "", "grafanaToken", ""}, {"clientCertificate", "", "privateKey", "", "grafanaToken", ""},
			} {
				forger, err := receipt.NewSealer(guess...)
				require.NoError(t, err)
				requireOpens(t, false, app, forger, authType, guess)
			}
			again, err := newSealer(authType, nil)
			require.NoError(t, err)
			requireOpens(t, true, again, app, "within one process")
		}
	}
}

func TestTheOperatorsKeySeals(t *testing.T) {
	sealer := func(key, secret string) *receipt.Sealer {
		t.Setenv(receiptKeyVariable, key)
		made, err := newSealer(azcredentials.AzureAuthClientSecret, map[string]string{"azureClientSecret": secret})
		require.NoError(t, err)
		return made
	}
	requireOpens(t, true, sealer("key one", "before"), sealer("key one", "after"), "it outlives the secrets")
	requireOpens(t, false, sealer("key one", "same"), sealer("key two", "same"), "another key")
	requireOpens(t, false, sealer("key one", "same"), sealer("", "same"), "no key")
	requireOpens(t, false, sealer("", "before"), sealer("", "after"), "another secret")
}
