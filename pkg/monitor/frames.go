package monitor

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
)

// now is the time that ages are counted to.
var now = time.Now

// longDays is when a request counts as forgotten: the browser's rule (src/domain/state/need.ts).
const longDays = 3

// endpointsFrame is a table with a row for each endpoint.
func endpointsFrame(_ []reading, rows []*row, _ query) *data.Frame {
	text := func(name string, of func(*row) string) *data.Field { return fieldOf(name, rows, of) }
	at := now()
	frame := data.NewFrame("Endpoints",
		text("Workspace", func(r *row) string { return r.workspace.Name }),
		text("Name", func(r *row) string { return r.Name }),
		text("Group", func(r *row) string { return r.group }),
		text("State", func(r *row) string { return r.status.Label }),
		text("Connection state", func(r *row) string { return r.ConnectionState }),
		text("Provisioning state", func(r *row) string { return r.ProvisioningState }),
		text("Resource type", func(r *row) string { return r.targetTitle }),
		text("Target", func(r *row) string { return r.targetName }),
		text("Sub-resource", func(r *row) string { return r.subResources }),
		text("Domain name", func(r *row) string { return r.DomainName }),
		text("Private IP", func(r *row) string { return r.PrivateIP }),
		fieldOf("Created", rows, func(r *row) *time.Time { return r.created }),
		fieldOf("Days pending", rows, func(r *row) *float64 { return r.daysPending(at) }),
		fieldOf("Needs attention", rows, func(r *row) bool { return r.needsAttention(at) }),
	)
	frame.SetMeta(&data.FrameMeta{Type: data.FrameTypeTable, TypeVersion: data.FrameTypeVersion{0, 1}, PreferredVisualization: data.VisTypeTable})
	return frame
}

// countsFrame counts the endpoints of each workspace by the group of their state. Zeros are there too, so that nothing
// disappears from a panel.
func countsFrame(readings []reading, rows []*row, q query) *data.Frame {
	type place struct{ workspace, group string }
	counts := map[place]int64{}
	for _, r := range rows {
		counts[place{r.workspace.Key(), r.status.Group}]++
	}
	workspaces, states, numbers := []string{}, []string{}, []int64{}
	groups := given(q.Groups)
	for _, read := range readings {
		for _, group := range azure.StatusGroups {
			if read.err != nil || len(groups) > 0 && !isOneOf(groups, group.Key, group.Title) {
				continue
			}
			workspaces, states = append(workspaces, read.id.Name), append(states, group.Title)
			numbers = append(numbers, counts[place{read.id.Key(), group.Key}])
		}
	}
	return numeric(data.NewFrame("Counts",
		data.NewField("Workspace", nil, workspaces), data.NewField("State", nil, states), data.NewField("Count", nil, numbers)))
}

// conditions are what alert rules ask about each endpoint. None but pendingDays is more than 1.
var conditions = map[string]func(*row) float64{
	"rejected": func(r *row) float64 {
		return one(strings.HasPrefix(r.status.Key, "rejected") || strings.HasPrefix(r.status.Key, "disconnected"))
	},
	"pendingDays": func(r *row) float64 {
		if days := r.daysPending(now()); days != nil {
			return *days
		}
		return 0
	},
	"notActive": func(r *row) float64 {
		return one(strings.HasPrefix(r.status.Key, "approved") && r.status.Key != "approved")
	},
	"failed":    func(r *row) float64 { return one(r.status.Key == "failed") },
	"attention": func(r *row) float64 { return one(r.needsAttention(now())) },
}

func one(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// conditionFrame has a number for each endpoint, with labels that stay as they are while its state changes: an alert then
// resolves instead of disappearing.
func conditionFrame(_ []reading, rows []*row, q query) *data.Frame {
	value, known := conditions[q.Condition]
	if !known {
		value = conditions["attention"]
	}
	return numeric(data.NewFrame("Condition",
		fieldOf("workspace", rows, func(r *row) string { return r.workspace.Name }),
		fieldOf("endpoint", rows, func(r *row) string { return r.Name }),
		fieldOf("resource_type", rows, func(r *row) string { return r.targetTitle }),
		fieldOf("target", rows, func(r *row) string { return r.targetName }),
		fieldOf("value", rows, value)))
}

// namesFrame holds the names of endpoints, for a variable.
func namesFrame(_ []reading, rows []*row, _ query) *data.Frame {
	names := []string{}
	for _, r := range rows {
		names = append(names, r.Name)
	}
	slices.Sort(names)
	return data.NewFrame("Names", data.NewField("text", nil, slices.Compact(names)))
}

// workspacesFrame holds the names of the data source's workspaces, for a variable.
func (s *source) workspacesFrame(ctx context.Context, _ query, _ backend.TimeRange) (*data.Frame, []reading, error) {
	ids, err := s.workspaces(ctx)
	names := []string{}
	for _, id := range ids {
		names = append(names, id.Name)
	}
	slices.Sort(names)
	return data.NewFrame("Workspaces", data.NewField("text", nil, slices.Compact(names))), nil, err
}

// numeric marks a frame of one number with labels (dataplane contract, numeric long).
func numeric(frame *data.Frame) *data.Frame {
	frame.SetMeta(&data.FrameMeta{Type: data.FrameTypeNumericLong, TypeVersion: data.FrameTypeVersion{0, 1}, PreferredVisualization: data.VisTypeTable})
	return frame
}

func fieldOf[R, T any](name string, rows []R, of func(R) T) *data.Field {
	values := make([]T, 0, len(rows))
	for _, r := range rows {
		values = append(values, of(r))
	}
	return data.NewField(name, nil, values)
}
