package azure

import (
	"net/url"
	"regexp"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// maxStatusPath bounds a status path, in bytes: Azure's signed ones are about 3 kB, and its documentation asks clients
// to take 4 kB.
const maxStatusPath = 8 << 10

// The shapes of a status's path: real traffic has the tenant-level one, the specification's examples the one with a
// subscription. The id is <guid>*<64 hex digits>.
var (
	statusPathPattern = regexp.MustCompile(`(?i)^(/subscriptions/[0-9a-f-]{36})?/providers/Microsoft\.Dashboard/locations/[a-z0-9]+/operation(Statuses|Results)/[a-z0-9*_-]+$`)
	// Real ones have the version, and t, c, s and h: ticks, certificate, signature and hash.
	statusQueryName  = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]{0,30}$`)
	statusQueryValue = regexp.MustCompile(`^[A-Za-z0-9._~%*=+/-]*$`)
)

// statusPath takes scheme and host off a status URL of our own Resource Manager; ok is false for any other.
func (c *Client) statusPath(link string) (path string, ok bool) {
	u, err := url.Parse(link)
	if err != nil || originOf(u) != originOf(c.cloud.resourceManager) || u.User != nil {
		return "", false
	}
	path = strings.TrimPrefix(u.EscapedPath(), c.cloud.resourceManager.EscapedPath())
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	return path, CheckStatusPath(path) == nil
}

// CheckStatusPath refuses a status path whose shape isn't on the list. It is kept and sent as it came: Azure signs it.
func CheckStatusPath(statusPath string) error {
	wrong := failure.Invalid("statusPath", "The status path isn't valid.", "Reload the list.")
	path, query, _ := strings.Cut(statusPath, "?")
	if len(statusPath) > maxStatusPath || !statusPathPattern.MatchString(path) {
		return wrong
	}
	seen := map[string]bool{}
	for parameter := range strings.SplitSeq(query, "&") {
		name, value, _ := strings.Cut(parameter, "=")
		if len(seen) > 12 || seen[name] || !statusQueryName.MatchString(name) || !statusQueryValue.MatchString(value) {
			return wrong
		}
		seen[name] = true
	}
	if !seen["api-version"] {
		return wrong
	}
	return nil
}
