package grafana

import (
	"context"
	"encoding/json"
	"net/url"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
)

// Dependents counts what uses some data sources, as far as the token may see it: there may be more. Nil where it isn't known.
type Dependents struct {
	Dashboards *int `json:"dashboards"`
	AlertRules *int `json:"alertRules"`
}

// maxDashboards bounds how many are read, as in the front end (src/api/localDependents.ts); a few at once.
const maxDashboards, dashboardsAtOnce = 100, 6

var (
	dashboardsAction = action{does: "read the dashboards", permission: "dashboards:read", subject: "dashboard"}
	alertRulesAction = action{does: "read the alert rules", permission: "alert.rules:read"}
)

// Dependents looks for data sources by their uids, which must have passed CheckUID, and by name, as older dashboards do.
func (c *Client) Dependents(ctx context.Context, uids []string) Dependents {
	wanted := map[string]bool{}
	for _, uid := range uids {
		wanted[uid] = true
	}
	if all, err := c.List(ctx); err == nil {
		for _, source := range all {
			if wanted[source.UID] {
				wanted[source.Name] = true
			}
		}
	}
	return Dependents{Dashboards: c.dashboards(ctx, wanted), AlertRules: c.alertRules(ctx, wanted)}
}

func (c *Client) dashboards(ctx context.Context, wanted map[string]bool) *int {
	body, err := c.get(ctx, dashboardsAction, "/api/search", url.Values{"type": {"dash-db"}, "limit": {strconv.Itoa(maxDashboards)}})
	var found []struct{ UID string }
	if err != nil || json.Unmarshal(body, &found) != nil {
		return nil
	}
	var count, unread atomic.Int64
	var wait sync.WaitGroup
	slots := make(chan struct{}, dashboardsAtOnce)
	for _, one := range found[:min(len(found), maxDashboards)] {
		wait.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			var document any
			if CheckUID(one.UID) != nil {
				unread.Add(1)
			} else if body, err := c.get(ctx, dashboardsAction, "/api/dashboards/uid/"+one.UID, nil); err != nil || json.Unmarshal(body, &document) != nil {
				unread.Add(1)
			} else if usesAny(document, wanted) {
				count.Add(1)
			}
		})
	}
	wait.Wait()
	if count.Load() == 0 && (unread.Load() > 0 || len(found) >= maxDashboards) {
		return nil
	}
	return new(int(count.Load()))
}

func (c *Client) alertRules(ctx context.Context, wanted map[string]bool) *int {
	body, err := c.get(ctx, alertRulesAction, "/api/ruler/grafana/api/v1/rules", nil)
	var folders map[string][]struct{ Rules []any }
	if err != nil || json.Unmarshal(body, &folders) != nil {
		return nil
	}
	count := 0
	for _, groups := range folders {
		for _, group := range groups {
			for _, rule := range group.Rules {
				if usesAny(rule, wanted) {
					count++
				}
			}
		}
	}
	return &count
}

// usesAny finds references to data sources: by uid, by name in older dashboards, and by name in newer ones' objects.
func usesAny(value any, wanted map[string]bool) bool {
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			if usesAny(item, wanted) {
				return true
			}
		}
	case map[string]any:
		if refersTo(choice(value), wanted) {
			return true
		}
		for key, item := range value {
			if (key == "datasource" || key == "datasourceUid") && refersTo(item, wanted) || usesAny(item, wanted) {
				return true
			}
		}
	}
	return false
}

// choice is what a variable of a dashboard that chooses among data sources is set to, in both forms of dashboards.
func choice(variable map[string]any) any {
	if variable["kind"] == "DatasourceVariable" {
		spec, _ := variable["spec"].(map[string]any)
		current, _ := spec["current"].(map[string]any)
		return current["value"]
	}
	current, _ := variable["current"].(map[string]any)
	if variable["type"] != "datasource" {
		return nil
	}
	return current["value"]
}

func refersTo(reference any, wanted map[string]bool) bool {
	switch reference := reference.(type) {
	case string:
		return wanted[reference]
	case []any:
		return slices.ContainsFunc(reference, func(one any) bool { return refersTo(one, wanted) })
	case map[string]any:
		return refersTo(reference["uid"], wanted) || refersTo(reference["name"], wanted)
	}
	return false
}
