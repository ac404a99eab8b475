package catalogue

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The front end's schema test reads the same files member by member (src/domain/catalogue); here they decode strictly, or
// this package would not load.
func TestEveryKindAndTypeIsFound(t *testing.T) {
	for key, kind := range TargetKinds {
		found, ok := KindOfType(strings.ToUpper(kind.ResourceType))
		require.True(t, ok, key)
		require.Equal(t, kind, found)
		for _, dataSourceType := range kind.DataSourceTypes {
			_, ok := TypeOf(dataSourceType)
			require.True(t, ok, dataSourceType)
		}
	}
	older, ok := TypeOf("postgres")
	require.True(t, ok)
	require.Equal(t, DataSourceTypes["grafana-postgresql-datasource"], older)
	require.Panics(t, func() { ActionOf("fly") })
	require.Panics(t, func() { decoded[Secrets]([]byte(`{"name":[]}`)) }, "an unknown member")
}

// codePattern finds the codes that failures are made with.
var codePattern = regexp.MustCompile(`"((?:sign_in|azure|grafana)_[a-z_]+)"|\b[Cc]ode\b[^"\n\]]*"([a-z]+_[a-z_]+|internal|cancelled)"`)

func TestEveryErrorCodeOfTheBackendIsThere(t *testing.T) {
	used := map[string]bool{}
	require.NoError(t, filepath.WalkDir("../pkg", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "azuretest") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, found := range codePattern.FindAllSubmatch(source, -1) {
			used[string(found[1])+string(found[2])] = true
		}
		return err
	}))
	for code := range used {
		_, ok := ErrorCodes[code]
		require.True(t, ok, code)
	}
	var unused []string
	for code, facts := range ErrorCodes {
		if facts.From == "" && !used[code] {
			unused = append(unused, code)
		}
	}
	slices.Sort(unused)
	require.Empty(t, unused, "in the table and nowhere else")
}
