package monitor

import (
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/follow"
)

// row is one endpoint with its state. Rows are shared by queries, so nothing changes them.
type row struct {
	workspace azure.WorkspaceID
	azure.Endpoint
	status azure.Status
	// group is the title of the state's group.
	group string
	// targetType is empty where the target's resource id can't be read, and targetName is that id then.
	targetType, targetTitle, targetName string
	subResources                        string
	// created is nil where Azure doesn't say.
	created *time.Time
}

func newRow(id azure.WorkspaceID, endpoint azure.Endpoint, view azure.Match) *row {
	status := endpoint.Status(view)
	made := &row{workspace: id, Endpoint: endpoint, status: status, group: titleOfGroup(status.Group), targetName: endpoint.TargetID,
		subResources: strings.Join(endpoint.SubResources, ", ")}
	if at, err := time.Parse(time.RFC3339, endpoint.CreatedAt); err == nil {
		made.created = &at
	}
	target, err := azure.ParseTargetID("", endpoint.TargetID)
	if err != nil {
		return made
	}
	made.targetType, made.targetName = target.Type(), target.Name()
	made.targetTitle = made.targetType
	if known, ok := catalogue.KindOfType(made.targetType); ok {
		made.targetTitle = known.Title
	}
	return made
}

// daysPending is nil for what isn't pending, or of unknown age.
func (r *row) daysPending(now time.Time) *float64 {
	if r.created == nil || r.status.Key != "waiting" {
		return nil
	}
	// Two digits are a quarter of an hour.
	days := float64(int(now.Sub(*r.created).Hours()/24*100)) / 100
	return &days
}

// needsAttention is what someone who looks after the workspace has to do something about.
func (r *row) needsAttention(now time.Time) bool {
	days := r.daysPending(now)
	return r.status.Group == "attention" || days != nil && *days >= longDays
}

// rowsKept are the rows of the last answer about each workspace: making them costs ten times a frame, and an answer serves all
// queries of some seconds. Its zero value is ready for use.
type rowsKept struct {
	mutex sync.Mutex
	byKey map[string]keptRows
}

type keptRows struct {
	endpoints []azure.Endpoint
	targets   []follow.Target
	rows      []*row
}

// of returns the rows of an answer, sorted by name.
func (k *rowsKept) of(id azure.WorkspaceID, answer follow.Answer) []*row {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	if known, ok := k.byKey[id.Key()]; ok && known.isOf(answer) {
		return known.rows
	}
	if k.byKey == nil {
		k.byKey = map[string]keptRows{}
	}
	made := keptRows{answer.Endpoints, answer.Targets, rowsOf(id, answer)}
	k.byKey[id.Key()] = made
	return made.rows
}

// isOf tells whether it was made of the same list, as it came from one read, and of the same views of the targets.
func (k keptRows) isOf(answer follow.Answer) bool {
	if len(k.endpoints) != len(answer.Endpoints) || len(k.endpoints) > 0 && &k.endpoints[0] != &answer.Endpoints[0] {
		return false
	}
	return slices.EqualFunc(k.targets, answer.Targets, func(a, b follow.Target) bool { return a.Name == b.Name && a.Match == b.Match })
}

func rowsOf(id azure.WorkspaceID, answer follow.Answer) []*row {
	views := map[string]azure.Match{}
	for _, target := range answer.Targets {
		views[target.Name] = target.Match
	}
	rows := make([]*row, 0, len(answer.Endpoints))
	for _, endpoint := range answer.Endpoints {
		rows = append(rows, newRow(id, endpoint, views[endpoint.Name]))
	}
	slices.SortFunc(rows, func(a, b *row) int { return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) })
	return rows
}
