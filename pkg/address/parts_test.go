package address

import (
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSplit(t *testing.T) {
	for text, want := range map[string]struct {
		dataSourceType string
		parts          Parts
	}{
		"https://h.contoso.com:9443/a?b#c":   {"prometheus", Parts{"https://", "h.contoso.com", "", "9443", "/a?b#c"}},
		"h:9090":                             {"loki", Parts{"", "h", "", "9090", ""}},
		"http://[fd00::5]:3100":              {"loki", Parts{"http://", "fd00::5", "", "3100", ""}},
		"http://u:p@h/":                      {"influxdb", Parts{"http://u:p@", "h", "", "", "/"}},
		"h.contoso.com:5432":                 {"postgres", Parts{"", "h.contoso.com", "", "5432", ""}},
		`h.contoso.com\prod:1433;encrypt=on`: {"mssql", Parts{"", "h.contoso.com", `\prod`, "1433", ";encrypt=on"}},
		"h.contoso.com":                      {clickHouse, Parts{"", "h.contoso.com", "", "", ""}},
	} {
		kind, ok := KindOf(want.dataSourceType)
		require.True(t, ok)
		parts, ok := kind.Split(text)
		require.True(t, ok, text)
		require.Equal(t, want.parts, parts)
	}
}

func TestHide(t *testing.T) {
	for text, want := range map[string]string{
		"https://ada:s3cret@h:1/x":                "https://ada:***@h:1/x",
		"ada:s3c@ret@h":                           "ada:***@h",
		"https://ada@h/x?token=s3cret&b=c#d":      "https://ada@h/x?token=***&b=c#d",
		`h\i:1433;encrypt=on;Password=s3cret;a=b`: `h\i:1433;encrypt=on;Password=***;a=b`,
		"https://h:9443/a@b:c":                    "https://h:9443/a@b:c",
		"h:9090":                                  "h:9090",
	} {
		require.Equal(t, want, Hide(text))
	}
}

func TestWhatCannotBeSplit(t *testing.T) {
	for dataSourceType, texts := range map[string][]string{
		"prometheus": {"", "http://", "http:///x", "http://a,b", `http://a\b`, "http://a b", "http://a:0", "http://a:65536", "http://a:b", "ftp://a", "http://é", "http://a%41", "http://[::1", "http://[fe80::1%25e]", "http://.a", "http://a..", "http://a@b@c/"},
		"postgres":   {"http://a:1", "/var/run", "a:1,b:2", "a;b", "a/b", "u@a"},
		"mssql":      {"a,1433", "a:1:2", `\x`, ";a=b"},
		clickHouse:   {"a:9000", "a/b", "http://a"},
	} {
		kind, _ := KindOf(dataSourceType)
		for _, text := range texts {
			_, ok := kind.Split(text)
			require.False(t, ok, "%s %q", dataSourceType, text)
		}
	}
}

// FuzzSplit: whatever the text is, an address that can be split has the one host that Go's own parser would call, and
// nothing of it gets lost.
func FuzzSplit(f *testing.F) {
	for _, seed := range []string{"http://a.b:1/c", "http://u:p@[::1]:2?x", `a\b:3;c=d`, "a:1", "http://a@b@c", "http://a#@b"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, kind := range kinds {
			p, ok := kind.Split(text)
			if !ok {
				continue
			}
			require.Equal(t, text, p.String())
			// Only the host counts: what can be split whole can be split without its secrets, and leads to the same place.
			shown, ok := kind.Split(Hide(text))
			require.True(t, ok, Hide(text))
			require.Equal(t, []string{p.Host, p.Port, p.Instance}, []string{shown.Host, shown.Port, shown.Instance})
			if kind.shape == shapeURL && strings.Contains(p.Before, "://") {
				u, err := url.Parse(text)
				require.NoError(t, err)
				require.Equal(t, p.Host, u.Hostname())
			}
		}
	})
}
