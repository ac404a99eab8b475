package conformance

import (
	"strings"
	"testing"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/to"
	"github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/resourcegraph/armresourcegraph"
)

func query(t *testing.T, client, text string, options *armresourcegraph.QueryRequestOptions) (armresourcegraph.ClientResourcesResponse, error) {
	t.Helper()
	graph, err := armresourcegraph.NewClient(credential(t, client), armOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	return graph.Resources(deadline(t), armresourcegraph.QueryRequest{Query: to.Ptr(text), Options: options}, nil)
}

func TestResourceGraphPagesOverEverything(t *testing.T) {
	reset(t)
	options := &armresourcegraph.QueryRequestOptions{Top: to.Ptr[int32](400)}
	seen := map[string]bool{}
	for pages := 1; ; pages++ {
		answer, err := query(t, clientID, "resources | where type !in~ ('microsoft.dashboard/grafana') and subscriptionId =~ '0D9E8C7B-6a5f-4e3d-8c2b-1a0f9e8d7c6b' | project id | order by id asc", options)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range answer.Data.([]any) {
			seen[row.(map[string]any)["id"].(string)] = true
		}
		if answer.SkipToken == nil {
			if int64(len(seen)) != *answer.TotalRecords || pages < 3 {
				t.Errorf("%d rows of %d on %d pages", len(seen), *answer.TotalRecords, pages)
			}
			return
		}
		options.SkipToken = answer.SkipToken
	}
}

func TestResourceGraphShowsOnlyWhatTheCallerMayRead(t *testing.T) {
	reset(t)
	answer, err := query(t, strangerID, "resources | project id", nil)
	if err != nil || *answer.TotalRecords != 0 {
		t.Errorf("a stranger sees %v rows: %v", answer.TotalRecords, err)
	}
}

func TestResourceGraphRefusesABadQuery(t *testing.T) {
	reset(t)
	_, err := query(t, clientID, "resources | where type ===", nil)
	if err == nil || !strings.Contains(err.Error(), "InvalidQuery") {
		t.Errorf("got %v", err)
	}
}
