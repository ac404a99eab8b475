package grafana

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// The front end's tests read the same documents.
func TestWhatRefersToADataSource(t *testing.T) {
	file, err := os.ReadFile("../../testdata/cases/dependents.json")
	require.NoError(t, err)
	var table struct {
		Names []string
		Cases []struct {
			Source   string
			Document any
			Uses     bool
		}
	}
	require.NoError(t, json.Unmarshal(file, &table))
	require.NotEmpty(t, table.Cases)
	wanted := map[string]bool{}
	for _, name := range table.Names {
		wanted[name] = true
	}
	for _, one := range table.Cases {
		require.Equal(t, one.Uses, usesAny(one.Document, wanted), one.Source)
	}
}
