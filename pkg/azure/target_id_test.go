package azure

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const sqlServer = "/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/data/providers/Microsoft.Sql/servers/orders"

func TestTargetIDsAreRebuiltFromTheirParts(t *testing.T) {
	for text, want := range map[string]string{
		sqlServer:       sqlServer,
		sqlServer + "/": sqlServer,
		" /SUBSCRIPTIONS/00000000-1111-2222-3333-444444444444/resourcegroups/data/Providers/Microsoft.Sql/servers/orders": sqlServer,
		sqlServer + "/databases/x y":                  "",
		sqlServer + "/databases/x":                    sqlServer + "/databases/x",
		strings.Replace(sqlServer, "data", "dätä", 1): strings.Replace(sqlServer, "data", "dätä", 1),
		"":                           "",
		"/subscriptions/x":           "",
		sqlServer + "?api-version=1": "",
		sqlServer + "#x":             "",
		sqlServer + "/databases":     "",
		sqlServer + "/..":            "",
		sqlServer + "/databases/..":  "",
		sqlServer + "/providers/Microsoft.Authorization/locks/x":          "",
		strings.Replace(sqlServer, "orders", "a%2fb", 1):                  "",
		strings.Replace(sqlServer, "data", "..", 1):                       "",
		strings.Replace(sqlServer, "Microsoft.Sql", "..", 1):              "",
		strings.Replace(sqlServer, "00000000", "x", 1):                    "",
		strings.Replace(sqlServer, "orders", strings.Repeat("o", 261), 1): "",
		"https://portal.azure.com/#@x/resource" + sqlServer:               "",
	} {
		id, err := ParseTargetID("targetId", text)
		if want == "" {
			require.ErrorContains(t, err, "invalid_request", text)
			continue
		}
		require.NoError(t, err, text)
		require.Equal(t, want, id.String())
	}
}

func TestTheLongestTargetID(t *testing.T) {
	longest := sqlServer
	for len(longest) < 2000-len("/databases/")-260 {
		longest += "/databases/" + strings.Repeat("n", 200)
	}
	longest += "/databases/"
	longest += strings.Repeat("n", 2000-len(longest))
	_, err := ParseTargetID("targetId", longest)
	require.NoError(t, err)
	_, err = ParseTargetID("targetId", longest+"/")
	require.ErrorContains(t, err, "invalid_request")
	_, err = ParseTargetID("targetId", strings.Replace(sqlServer, "orders", strings.Repeat("o", 260), 1))
	require.NoError(t, err)
	_, err = ParseTargetID("targetId", strings.Replace(sqlServer, "data", strings.Repeat("ä", 90), 1))
	require.NoError(t, err)
	_, err = ParseTargetID("targetId", strings.Replace(sqlServer, "data", strings.Repeat("ä", 91), 1))
	require.ErrorContains(t, err, "invalid_request")
}

func TestTheKeyOfAWorkspaceIgnoresCasing(t *testing.T) {
	require.Equal(t, WorkspaceID{ResourceGroup: "a-z", Name: "x_k"}.Key(), WorkspaceID{ResourceGroup: "A-Z", Name: "X_K"}.Key())
	require.NotEqual(t, WorkspaceID{Name: "k"}.Key(), WorkspaceID{Name: "\u212a"}.Key(), "the Kelvin sign is no k")
}

// FuzzTargetID: what is accepted is a path of pairs that parses back to itself.
func FuzzTargetID(f *testing.F) {
	f.Add(sqlServer)
	f.Add(sqlServer + "/databases/x")
	f.Fuzz(func(t *testing.T, text string) {
		id, err := ParseTargetID("id", text)
		if err != nil {
			return
		}
		again, err := ParseTargetID("id", id.String())
		require.NoError(t, err)
		require.Equal(t, id, again)
		require.NotContains(t, id.String(), "/../")
		require.NotContains(t, id.String(), "?")
	})
}
