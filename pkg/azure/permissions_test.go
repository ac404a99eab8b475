package azure

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWildcards(t *testing.T) {
	for _, test := range []struct {
		pattern, action string
		want            bool
	}{
		{"*", "A/b/read", true}, {"*/read", "A/b/read", true}, {"*/read", "A/b/write", false}, {"a/B/READ", "A/b/read", true},
		{"A/*/read", "A/b/c/read", true}, {"A/*/read", "A/read", false}, {"A/*", "A/b/read", true}, {"A/b", "A/b/read", false},
		{"*a*a*", "aa", true}, {"*a*a*", "a", false}, {"", "A", false}, {"**", "A", true}, {"A/b/read*", "A/b/read", true},
		{"a*b*c", "aXbXbc", true}, {"*/action", "A/action", true},
	} {
		require.Equal(t, test.want, Allows([]Permission{{Actions: []string{test.pattern}}}, test.action), "%s %s", test.pattern, test.action)
	}
}

func TestNotActionsCountWithinTheirRoleOnly(t *testing.T) {
	role := Permission{Actions: []string{"*"}, NotActions: []string{"A/*/write"}}
	require.False(t, Allows([]Permission{role}, "A/b/write"))
	require.True(t, Allows([]Permission{role}, "A/b/read"))
	require.True(t, Allows([]Permission{role, {Actions: []string{"A/b/write"}}}, "A/b/write"))
	require.False(t, Allows(nil, "A/b/read"))
}
