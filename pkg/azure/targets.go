package azure

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// TargetSearch is what to look for among the resources that can be targets.
type TargetSearch struct {
	// Type is a resource type such as Microsoft.Kusto/clusters; empty means all kinds that the plugin knows.
	Type string
	// Text has words that must each stand in the name or the resource group; empty means all.
	Text string
	// Top is the most results to return.
	Top int
}

// FoundTarget is a resource that could be a target.
type FoundTarget struct {
	ID             string `json:"id"`
	Name           string `json:"name"`
	Kind           string `json:"kind"`
	Location       string `json:"location"`
	ResourceGroup  string `json:"resourceGroup"`
	SubscriptionID string `json:"subscriptionId"`
}

// FoundTargets are the first results of a search; Truncated says that there are more.
type FoundTargets struct {
	Targets   []FoundTarget `json:"targets"`
	Truncated bool          `json:"truncated"`
}

var (
	findTargets = operation{does: "search for target resources", needs: catalogue.ActionOf("search")}

	resourceTypePattern = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)+(/[A-Za-z][A-Za-z0-9]*)+$`)
	// No character of a search can end a string of the query language.
	searchPattern = regexp.MustCompile(`^[\p{L}\p{N} ._()/:@-]*$`)
)

// FindTargets searches all subscriptions that the identity can read. A wrong type or text is an invalid_request.
func (c *Client) FindTargets(ctx context.Context, search TargetSearch) (FoundTargets, error) {
	kql, err := search.query()
	if err != nil {
		return FoundTargets{}, err
	}
	var found FoundTargets
	page, err := c.query(ctx, findTargets, kql, search.Top, "", func(d *decoder) error {
		var target FoundTarget
		err := d.into("", places{
			"id": &target.ID, "name": &target.Name, "kind": &target.Kind, "location": &target.Location,
			"resourcegroup": &target.ResourceGroup, "subscriptionid": &target.SubscriptionID,
		})
		found.Targets = append(found.Targets, target)
		return err
	})
	found.Truncated = page.skipToken != "" || page.total > len(found.Targets)
	return found, err
}

func (s TargetSearch) query() (string, error) {
	types := []string{s.Type}
	if s.Type == "" {
		types = nil
		for _, kind := range catalogue.TargetKinds {
			types = append(types, kind.ResourceType)
		}
		slices.Sort(types)
	} else if !resourceTypePattern.MatchString(s.Type) {
		return "", failure.Invalid("kind", "This isn't a valid resource type.", "Use the format Microsoft.Kusto/clusters.")
	}
	if len(s.Text) > 200 || !searchPattern.MatchString(s.Text) {
		return "", failure.Invalid("text", "The search text is too long or contains characters that resource names can't have.", "Search for part of a resource name or resource group.")
	}
	var kql strings.Builder
	kql.WriteString("resources | where type in~ ('" + strings.Join(types, "', '") + "')")
	for word := range strings.FieldsSeq(s.Text) {
		kql.WriteString(" | where name contains '" + word + "' or resourceGroup contains '" + word + "'")
	}
	kql.WriteString(" | project id, name, kind, location, resourceGroup, subscriptionId | order by name asc, id asc")
	return kql.String(), nil
}
