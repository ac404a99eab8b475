package monitor

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// model is some workspaces with their owners: a refresh takes two seconds, applies what owners decided, and refuses another one
// meanwhile.
type model struct {
	mutex     sync.Mutex
	endpoints map[string][]azure.Endpoint
	// decisions are the owners', by target.
	decisions map[string]string
	decidedAt map[string]time.Time
	// refreshes are the times of those that Azure accepted, by workspace.
	refreshes map[string][]time.Time
	lists     int
	// broken is a workspace that can't be read.
	broken string
	// fault is asked before each call.
	fault func(what string) error
	// latest is how long each decision waited to be applied.
	waited []time.Duration
}

func newModel(workspaces, endpoints int) *model {
	m := &model{endpoints: map[string][]azure.Endpoint{}, decisions: map[string]string{}, decidedAt: map[string]time.Time{}, refreshes: map[string][]time.Time{},
		fault: func(string) error { return nil }}
	for w := range workspaces {
		for e := range endpoints {
			m.endpoints[idOf(w).Key()] = append(m.endpoints[idOf(w).Key()], m.pending(w, e))
		}
	}
	return m
}

func idOf(w int) azure.WorkspaceID {
	return azure.WorkspaceID{SubscriptionID: "00000000-1111-2222-3333-444444444444", ResourceGroup: "rg", Name: fmt.Sprint("w", w)}
}

func (m *model) pending(w, e int) azure.Endpoint {
	name := fmt.Sprintf("e%d-%d", w, e)
	return azure.Endpoint{Name: name, ProvisioningState: "Succeeded", ConnectionState: "Pending", CreatedAt: time.Now().Format(time.RFC3339),
		TargetID: "/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/data/providers/Microsoft.Sql/servers/" + name}
}

func (m *model) ask(what string) error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return m.fault(what)
}

func (m *model) Identity() string { return "ada" }

func (m *model) Workspaces(context.Context) ([]azure.WorkspaceChoice, error) { return nil, nil }

func (m *model) Activity(context.Context, azure.WorkspaceID, time.Time) (azure.Activity, error) {
	return azure.Activity{}, nil
}

func (m *model) ActionStates(context.Context, azure.WorkspaceID) ([]azure.ActionState, error) {
	return nil, nil
}

func (m *model) Endpoints(_ context.Context, id azure.WorkspaceID) ([]azure.Endpoint, error) {
	if err := m.ask("list"); err != nil {
		return nil, err
	}
	if id.Key() == m.broken {
		return nil, &failure.Error{Status: 403, Code: "azure_forbidden"}
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.lists++
	return slices.Clone(m.endpoints[id.Key()]), nil
}

func (m *model) Connections(_ context.Context, id azure.TargetID) ([]azure.Connection, error) {
	if err := m.ask("target"); err != nil {
		return nil, err
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	name := id.Names[0]
	decision := m.decisions[name]
	if decision == "" {
		decision = "Pending"
	}
	var w int
	_, _ = fmt.Sscanf(name, "e%d-", &w)
	return []azure.Connection{{ID: "/connections/" + name, Status: decision, PrivateEndpointID: "/p/grafana-" + idOf(w).Name + "-" + name}}, nil
}

func (m *model) Refresh(_ context.Context, id azure.WorkspaceID) (azure.Operation, error) {
	if err := m.ask("refresh"); err != nil {
		return azure.Operation{}, err
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	before := m.refreshes[id.Key()]
	if len(before) > 0 && time.Since(before[len(before)-1]) < 2*time.Second {
		return azure.Operation{}, &failure.Error{Status: 409, Code: "azure_conflict", RetryAfter: 15}
	}
	m.refreshes[id.Key()] = append(before, time.Now())
	for i, endpoint := range m.endpoints[id.Key()] {
		if decision := m.decisions[endpoint.Name]; decision != "" && endpoint.ConnectionState == "Pending" {
			m.endpoints[id.Key()][i].ConnectionState = decision
			m.waited = append(m.waited, time.Since(m.decidedAt[endpoint.Name]))
		}
	}
	return azure.Operation{Kind: "refresh", StatusPath: fmt.Sprint("/status/", time.Now().UnixNano())}, nil
}

func (m *model) Progress(context.Context, azure.WorkspaceID, azure.Operation) (azure.Progress, error) {
	return azure.Progress{Status: "succeeded"}, m.ask("progress")
}

func (m *model) decide(name, decision string) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.decisions[name], m.decidedAt[name] = decision, time.Now()
}

func (m *model) count(w int) int {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return len(m.refreshes[idOf(w).Key()])
}

// move lets the owner decide on a request that waits, or replaces an endpoint that was decided; it returns the decisions.
func (m *model) move(w, e int, random *rand.Rand) int {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	endpoint := &m.endpoints[idOf(w).Key()][e]
	switch {
	case endpoint.ConnectionState != "Pending":
		delete(m.decisions, endpoint.Name)
		*endpoint = m.pending(w, e)
	case m.decisions[endpoint.Name] == "":
		m.decisions[endpoint.Name] = []string{"Approved", "Rejected", "Disconnected"}[random.IntN(3)]
		m.decidedAt[endpoint.Name] = time.Now()
		return 1
	}
	return 0
}
