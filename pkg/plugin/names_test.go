package plugin

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNamesThatCouldLeaveThePathAreRefused(t *testing.T) {
	app, fake := newTestApp(t)
	for _, name := range []string{"..", ".", "-a", "a b", "a%2Fb", "a?b", "a#b", "a;b", "a\\b", "ä", "a\x00b", "a:b", strings.Repeat("a", 261)} {
		r := get("endpoints/" + url.PathEscape(name))
		answer := r.send(t, app)
		if answer.Status == http.StatusNotFound {
			// A name that is a relative path never becomes a route.
			require.Contains(t, []string{"..", "."}, name)
			continue
		}
		refused := requireRefusal(t, answer, http.StatusBadRequest, "invalid_request")
		require.Equal(t, "name", refused.Field, name)
	}
	require.Empty(t, fake.Requests())
	requireRefusal(t, get("endpoints/"+strings.Repeat("a", 260)).send(t, app), http.StatusNotFound, "azure_not_found")
}
