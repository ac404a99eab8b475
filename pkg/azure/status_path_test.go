package azure

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const realStatusPath = "/providers/Microsoft.Dashboard/locations/WESTCENTRALUS/operationStatuses/3f0d0c84-7d3e-4f4f-9ad0-1f2a3b4c5d6e*0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF"

func TestStatusPathsThatAzureSends(t *testing.T) {
	for _, path := range []string{
		realStatusPath + "?api-version=2025-08-01&t=638&c=" + strings.Repeat("Mi_-", 800) + "&s=ab%2Fc&h=x=",
		"/subscriptions/00000000-1111-2222-3333-444444444444/providers/Microsoft.Dashboard/locations/eastus2/operationStatuses/sample-op-status?api-version=2025-08-01",
		"/providers/microsoft.dashboard/locations/westeurope/OperationResults/abc?api-version=2025-08-01",
	} {
		require.NoError(t, CheckStatusPath(path), path)
	}
}

func TestTheLargestStatusPath(t *testing.T) {
	path := realStatusPath + "?api-version=1&s="
	path += strings.Repeat("a", maxStatusPath-len(path))
	require.NoError(t, CheckStatusPath(path))
	require.Error(t, CheckStatusPath(path+"a"))
	path = realStatusPath + "?api-version=1"
	for i := range 12 {
		path += fmt.Sprintf("&p%d=1", i)
	}
	require.NoError(t, CheckStatusPath(path))
	require.Error(t, CheckStatusPath(path+"&more=1"))
}

var hostileStatusPaths = []string{
	"", "/", "https://evil.test" + realStatusPath + "?api-version=1", "//evil.test" + realStatusPath + "?api-version=1",
	realStatusPath, realStatusPath + "?", realStatusPath + "?t=1", realStatusPath + "/../../x?api-version=1", realStatusPath + "/x?api-version=1",
	realStatusPath + "%2f..%2f?api-version=1", realStatusPath + "?api-version=1#x", realStatusPath + "?api-version=1&api-version=2",
	realStatusPath + "?api-version=1&x y=1", realStatusPath + "?api-version=1&a=b c", realStatusPath + "?api-version=1;x", realStatusPath + "\n?api-version=1",
	realStatusPath + "?api-version=1\r\nX: y", "@evil.test" + realStatusPath + "?api-version=1", strings.TrimPrefix(realStatusPath, "/") + "?api-version=1",
	"/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/x?api-version=1",
	"/providers/Microsoft.Sql/locations/x/operationStatuses/y?api-version=1", "/providers/Microsoft.Dashboard/grafana/x?api-version=1",
	realStatusPath + "?api-version=1&s=" + strings.Repeat("a", maxStatusPath),
}

func TestStatusPathsOfAnyOtherShapeAreRefused(t *testing.T) {
	for _, path := range hostileStatusPaths {
		require.Error(t, CheckStatusPath(path), path)
	}
}

// FuzzStatusPath: what is accepted stays on the host it is put behind, and below the status paths.
func FuzzStatusPath(f *testing.F) {
	f.Add(realStatusPath + "?api-version=2025-08-01&s=a")
	for _, path := range hostileStatusPaths {
		f.Add(path)
	}
	f.Fuzz(func(t *testing.T, path string) {
		if CheckStatusPath(path) != nil {
			return
		}
		u, err := url.Parse("https://management.test" + path)
		require.NoError(t, err)
		require.Equal(t, "management.test", u.Host)
		require.Empty(t, u.Fragment)
		require.Nil(t, u.User)
		require.Regexp(t, `(?i)/providers/microsoft\.dashboard/locations/[^/]+/operation(statuses|results)/[^/]+$`, u.Path)
		require.NotContains(t, u.Path, "..")
	})
}
