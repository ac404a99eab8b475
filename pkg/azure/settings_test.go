package azure

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/config"
	"github.com/stretchr/testify/require"
)

func readWith(t *testing.T, request, environment map[string]string) HostSettings {
	t.Helper()
	for name, value := range environment {
		t.Setenv(name, value)
	}
	ctx := config.WithGrafanaConfig(context.Background(), config.NewGrafanaCfg(request))
	host, err := ReadHostSettings(ctx)
	require.NoError(t, err)
	return host
}

func TestHostSettingsMergeRequestAndEnvironment(t *testing.T) {
	environment := map[string]string{
		"GFAZPL_AZURE_CLOUD": "AzureCloud", "GFAZPL_MANAGED_IDENTITY_ENABLED": "true", "GFAZPL_MANAGED_IDENTITY_CLIENT_ID": "from-env",
		"GFAZPL_WORKLOAD_IDENTITY_ENABLED": "true", "GFAZPL_WORKLOAD_IDENTITY_TOKEN_FILE": "/token",
	}
	t.Run("the bare flag doesn't hide the environment", func(t *testing.T) {
		host := readWith(t, map[string]string{"GFAZPL_AZURE_AUTH_ENABLED": "true"}, environment)
		require.True(t, host.ManagedIdentityEnabled)
		require.Equal(t, "from-env", host.ManagedIdentityClientId)
		require.Equal(t, "environment", host.ManagedIdentityChannel)
		require.Equal(t, "environment", host.WorkloadIdentityChannel)
		require.Equal(t, "/token", host.WorkloadIdentitySettings.TokenFile)
	})
	t.Run("the request comes first", func(t *testing.T) {
		host := readWith(t, map[string]string{"GFAZPL_MANAGED_IDENTITY_ENABLED": "true", "GFAZPL_AZURE_CLOUD": "Own"}, environment)
		require.Empty(t, host.ManagedIdentityClientId)
		require.Equal(t, "request", host.ManagedIdentityChannel)
		require.Equal(t, "Own", host.GetDefaultCloud())
	})
	t.Run("nothing at all", func(t *testing.T) {
		host := readWith(t, nil, nil)
		require.Equal(t, "AzureCloud", host.GetDefaultCloud())
		require.Empty(t, host.ManagedIdentityChannel)
		require.Error(t, host.CheckMethod("msi"))
		require.NoError(t, host.CheckMethod("clientsecret"))
	})
	t.Run("an environment that can't be read", func(t *testing.T) {
		t.Setenv("GFAZPL_MANAGED_IDENTITY_ENABLED", "perhaps")
		_, err := ReadHostSettings(context.Background())
		require.ErrorContains(t, err, "invalid_settings")
	})
}

func TestDirectoryIDs(t *testing.T) {
	longest := strings.Repeat("a", 253)
	for id, valid := range map[string]bool{"": true, "contoso.onmicrosoft.com": true, longest: true, longest + "a": false, "a/b": false, ".a": false} {
		require.Equal(t, valid, CheckDirectoryID("tenantId", id) == nil, id)
	}
}

// A call has to end before Grafana's own proxy does, and one attempt before the call.
func TestDefaultLimits(t *testing.T) {
	l := DefaultLimits
	require.Less(t, l.Call, time.Minute)
	require.Greater(t, l.Call, 2*l.Try)
	require.Greater(t, l.Try, 10*time.Second)
	require.Greater(t, l.RetryDelay, 100*time.Millisecond)
	require.Greater(t, l.MaxRetryDelay, 2*l.RetryDelay)
	require.Greater(t, l.Try, l.MaxRetryDelay)
	require.Greater(t, l.Refused, time.Second)
	require.Less(t, l.Refused, time.Minute)
	require.Greater(t, l.Shared, time.Second)
	require.Less(t, l.Shared, 10*time.Second)
}

func TestCustomCloudsWithBadAddresses(t *testing.T) {
	for _, clouds := range []string{
		`[{"name":"C","aadAuthority":"http://login.test/","properties":{"resourceManager":"https://m.test"}}]`,
		`[{"name":"C","aadAuthority":"https://login.test/","properties":{"resourceManager":"http://m.test"}}]`,
		`[{"name":"C","aadAuthority":"https://login.test/","properties":{}}]`,
		`[{"name":"C","aadAuthority":"https://u:p@login.test/","properties":{"resourceManager":"https://m.test"}}]`,
		`[{"name":"C","aadAuthority":"https://login.test/","properties":{"resourceManager":"https://m.test?x=1"}}]`,
	} {
		host := readWith(t, map[string]string{"GFAZPL_AZURE_CLOUDS_CONFIG": clouds}, nil)
		_, err := FindCloud(host.AzureSettings, "C")
		require.ErrorContains(t, err, "invalid_settings", clouds)
	}
}
