package follow

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

var contoso = azure.WorkspaceID{SubscriptionID: "00000000-1111-2222-3333-444444444444", ResourceGroup: "rg", Name: "contoso"}

// fakeAzure is one workspace and its targets.
type fakeAzure struct {
	endpoints   []azure.Endpoint
	connections map[string][]azure.Connection
	listErr     error
	// targetErr is why no target can be read.
	targetErr, refreshErr error
	progress              string
	// beforeList and onConnections are called when Azure is asked for these.
	beforeList    func()
	onConnections func(context.Context)
	calls         []string
}

func (f *fakeAzure) Identity() string { return "ada" }

func (f *fakeAzure) Endpoints(context.Context, azure.WorkspaceID) ([]azure.Endpoint, error) {
	f.calls = append(f.calls, "list")
	if f.beforeList != nil {
		f.beforeList()
	}
	return slices.Clone(f.endpoints), f.listErr
}

func (f *fakeAzure) Connections(ctx context.Context, id azure.TargetID) ([]azure.Connection, error) {
	name := id.Names[len(id.Names)-1]
	f.calls = append(f.calls, "target "+name+".")
	if f.onConnections != nil {
		f.onConnections(ctx)
	}
	return f.connections[name], f.targetErr
}

func (f *fakeAzure) Refresh(ctx context.Context, _ azure.WorkspaceID) (azure.Operation, error) {
	f.calls = append(f.calls, "refresh")
	if ctx.Err() != nil {
		return azure.Operation{}, ctx.Err()
	}
	return azure.Operation{Kind: "refresh", StatusPath: fmt.Sprint("/status/", len(f.calls))}, f.refreshErr
}

func (f *fakeAzure) Progress(context.Context, azure.WorkspaceID, azure.Operation) (azure.Progress, error) {
	f.calls = append(f.calls, "progress")
	return azure.Progress{Status: f.progress}, nil
}

// count tells how many calls begin with a text.
func (f *fakeAzure) count(prefix string) int {
	n := 0
	for _, call := range f.calls {
		if strings.HasPrefix(call, prefix) {
			n++
		}
	}
	return n
}

func targetID(name string) string {
	return "/subscriptions/" + contoso.SubscriptionID + "/resourceGroups/data/providers/Microsoft.Network/privateLinkServices/" + name
}

// pending is an endpoint whose request waits, created an hour ago.
func pending(name string) azure.Endpoint {
	return azure.Endpoint{Name: name, ProvisioningState: "Succeeded", ConnectionState: "Pending", TargetID: targetID(name),
		RequestMessage: "Ada asks. MPE-7K3M-X9QT", CreatedAt: time.Now().Add(-time.Hour).Format(time.RFC3339)}
}

// told is the endpoint's connection as its owner left it, named as Azure does.
func told(name, status, description string) []azure.Connection {
	return []azure.Connection{{ID: "/connections/" + name, Status: status, Description: description, PrivateEndpointID: "/p/grafana-contoso-" + name}}
}

// run is a test with a clock of its own, in which the endpoints' requests wait.
func run(t *testing.T, names []string, test func(*testing.T, *fakeAzure, Workspace)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		fake := &fakeAzure{connections: map[string][]azure.Connection{}, progress: "succeeded"}
		for _, name := range names {
			fake.endpoints = append(fake.endpoints, pending(name))
			fake.connections[name] = told(name, "Pending", "Ada asks. MPE-7K3M-X9QT")
		}
		var memory Memory
		test(t, fake, memory.Of(fake, contoso))
	})
}

func (w Workspace) must(t *testing.T, automatic Automatic) Answer {
	t.Helper()
	answer, err := w.Follow(t.Context(), automatic, "")
	require.NoError(t, err)
	return answer
}

// follow asks as a page does, for a while.
func (w Workspace) follow(t *testing.T, span time.Duration, automatic Automatic) Answer {
	t.Helper()
	var answer Answer
	for end := time.Now().Add(span); time.Now().Before(end); time.Sleep(8 * time.Second) {
		answer = w.must(t, automatic)
	}
	return answer
}

func refused(code string, retryAfter int) error {
	return &failure.Error{Status: 409, Code: code, Message: "No.", RetryAfter: retryAfter}
}
