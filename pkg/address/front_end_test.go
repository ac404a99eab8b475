package address

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var (
	adapterPattern = regexp.MustCompile(`(?s)\n  '?([\w-]+)'?: (url\(|hostPort\(|\{.*?\})`)
	fieldPattern   = regexp.MustCompile(`field: '([\w.]+)'`)
)

// TestTheFrontEndWritesTheSameFields compares with the adapters of src/domain: what one side writes the other must know.
func TestTheFrontEndWritesTheSameFields(t *testing.T) {
	source, err := os.ReadFile("../../src/domain/address/addressAdapters.ts")
	require.NoError(t, err)
	_, adapters, found := strings.Cut(string(source), "const adapters: Record<string, AddressAdapter> = {")
	require.True(t, found)
	adapters, _, found = strings.Cut(adapters, "\n};")
	require.True(t, found)
	wanted := map[string]string{}
	for _, adapter := range adapterPattern.FindAllStringSubmatch(adapters, -1) {
		field := fieldPattern.FindStringSubmatch(adapter[2])
		switch {
		case field == nil:
			wanted[adapter[1]] = "url"
		case regexp.MustCompile(`mode: 'write'`).MatchString(adapter[2]):
			wanted[adapter[1]] = field[1]
		}
	}
	ours := map[string]string{}
	for dataSourceType, kind := range kinds {
		ours[dataSourceType] = kind.Field
	}
	require.Equal(t, wanted, ours)
}
