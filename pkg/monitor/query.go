package monitor

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"sync"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// query is what the query editor makes. All filters are optional.
type query struct {
	// Type is endpoints, counts, condition, activity, workspaces or names.
	Type string `json:"queryType"`
	// Workspaces are names or resource ids.
	Workspaces []string `json:"workspaces"`
	// Groups are keys or titles of azure.StatusGroups.
	Groups []string `json:"groups"`
	// ResourceTypes are types, such as Microsoft.Sql/servers, or the titles of the catalogue.
	ResourceTypes []string `json:"resourceTypes"`
	// Condition is a key of conditions, for the type condition.
	Condition string `json:"condition"`
}

// answers are what queries can ask for.
var answers = map[string]func(*source, context.Context, query, backend.TimeRange) (*data.Frame, []reading, error){
	"endpoints":  ofRows(endpointsFrame),
	"counts":     ofRows(countsFrame),
	"condition":  ofRows(conditionFrame),
	"names":      ofRows(namesFrame),
	"workspaces": (*source).workspacesFrame,
	"activity":   (*source).activityFrame,
}

func (s *source) queryData(ctx context.Context, req *backend.QueryDataRequest) *backend.QueryDataResponse {
	response := backend.NewQueryDataResponse()
	var mutex sync.Mutex
	each(req.Queries, func(asked backend.DataQuery) struct{} {
		answer := s.answer(ctx, asked)
		mutex.Lock()
		defer mutex.Unlock()
		response.Responses[asked.RefID] = answer
		return struct{}{}
	})
	return response
}

func (s *source) answer(ctx context.Context, asked backend.DataQuery) backend.DataResponse {
	q := query{Type: "endpoints"}
	if err := json.Unmarshal(asked.JSON, &q); err != nil {
		return backend.ErrDataResponseWithSource(backend.StatusBadRequest, backend.ErrorSourcePlugin, "The query can't be read.")
	}
	if q.Type == "" {
		q.Type = "endpoints"
	}
	make, known := answers[q.Type]
	if !known {
		return backend.ErrDataResponseWithSource(backend.StatusBadRequest, backend.ErrorSourceDownstream, "Select a query type.")
	}
	frame, readings, err := make(s, ctx, q, asked.TimeRange)
	if err != nil {
		return refused(err)
	}
	frame.RefID = asked.RefID
	notices, failed := noticesOf(readings)
	if failed != nil {
		return refused(failed)
	}
	frame.AppendNotices(notices...)
	return backend.DataResponse{Frames: data.Frames{frame}}
}

// noticesOf tells of workspaces that couldn't be read. If none could, that is a failure.
func noticesOf(readings []reading) ([]data.Notice, error) {
	var notices []data.Notice
	var last error
	for _, read := range readings {
		if read.err != nil {
			last = read.err
			notices = append(notices, data.Notice{Severity: data.NoticeSeverityWarning, Text: "Couldn't read " + read.id.Name + ": " + failure.From(read.err).Message})
		}
	}
	if last != nil && len(notices) == len(readings) {
		return nil, last
	}
	return notices, nil
}

// refused says what is wrong and what to do, but not Azure's own words: anyone who may query sees it.
func refused(err error) backend.DataResponse {
	known := failure.From(err)
	status := backend.Status(known.Status)
	if known.Status == 0 {
		status = backend.StatusInternal
	}
	return backend.ErrDataResponseWithSource(status, backend.ErrorSourceDownstream, strings.TrimSpace(known.Message+" "+known.Hint))
}

// ofRows makes an answer of a function that makes a frame of endpoints.
func ofRows(frame func([]reading, []*row, query) *data.Frame) func(*source, context.Context, query, backend.TimeRange) (*data.Frame, []reading, error) {
	return func(s *source, ctx context.Context, q query, _ backend.TimeRange) (*data.Frame, []reading, error) {
		ids, err := s.chosen(ctx, q)
		if err != nil {
			return nil, nil, err
		}
		readings := s.read(ctx, ids)
		wants := q.filter()
		var rows []*row
		for _, read := range readings {
			for _, one := range read.rows {
				if wants(one) {
					rows = append(rows, one)
				}
			}
		}
		return frame(readings, rows, q), readings, nil
	}
}

// chosen are the workspaces that a query asks for, of those that the data source has.
func (s *source) chosen(ctx context.Context, q query) ([]azure.WorkspaceID, error) {
	all, err := s.workspaces(ctx)
	wanted := given(q.Workspaces)
	if err != nil || len(wanted) == 0 {
		return all, err
	}
	return slices.DeleteFunc(slices.Clone(all), func(id azure.WorkspaceID) bool {
		return !isOneOf(wanted, id.Name, id.String())
	}), nil
}

// filter tells which rows a query asks for.
func (q query) filter() func(*row) bool {
	groups, types := given(q.Groups), given(q.ResourceTypes)
	return func(r *row) bool {
		return (len(groups) == 0 || isOneOf(groups, r.status.Group, r.group)) && (len(types) == 0 || isOneOf(types, r.targetType, r.targetTitle))
	}
}

// given leaves out empty texts, as a variable without a value gives them.
func given(filter []string) []string {
	return slices.DeleteFunc(slices.Clone(filter), func(text string) bool { return strings.TrimSpace(text) == "" })
}

func isOneOf(wanted []string, names ...string) bool {
	return slices.ContainsFunc(wanted, func(one string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return name != "" && strings.EqualFold(strings.TrimSpace(one), name) })
	})
}

func titleOfGroup(key string) string {
	for _, group := range azure.StatusGroups {
		if group.Key == key {
			return group.Title
		}
	}
	return key
}
