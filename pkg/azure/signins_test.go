package azure

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/grafana/grafana-azure-sdk-go/v2/azcredentials"
	"github.com/stretchr/testify/require"
)

func TestSignInsAreKeptUpToABound(t *testing.T) {
	var all signIns
	get := func(number int) *signIn {
		return all.get(Identity{TokenFile: fmt.Sprint(number), Credentials: &azcredentials.AzureManagedIdentityCredentials{}}, http.DefaultClient, DefaultLimits)
	}
	var first []*signIn
	for i := range maxSignIns {
		first = append(first, get(i))
	}
	for i := range first {
		require.Same(t, first[i], get(i))
	}
	get(maxSignIns)
	require.Len(t, all.byKey, 1)
}
