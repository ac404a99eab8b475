package azure

import (
	"regexp"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// TargetID names a resource by validated parts.
type TargetID struct {
	SubscriptionID, ResourceGroup string
	// Provider is a namespace such as Microsoft.Sql; Types and Names stand in pairs, from the outside in.
	Provider     string
	Types, Names []string
}

var (
	providerPattern = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)+$`)
	typePattern     = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]*$`)
	// What no resource's name may hold; a name must stay one segment of a path.
	badInName = regexp.MustCompile(`[\s<>%&\\?/#\x00-\x1f\x7f]`)
)

// ParseTargetID takes the resource id of a resource in a resource group apart, in any casing. The SDK's own parser isn't
// used here: it takes tenants, locations and extensions too, and validates no names.
func ParseTargetID(field, text string) (TargetID, error) {
	wrong := func(what string) (TargetID, error) {
		return TargetID{}, failure.Invalid(field, "The resource ID of the target "+what+".",
			"Use the format /subscriptions/<id>/resourceGroups/<name>/providers/<provider>/<type>/<name>.")
	}
	parts := strings.Split(strings.Trim(strings.TrimSpace(text), "/"), "/")
	if len(text) > 2000 || len(parts) < 8 || len(parts)%2 != 0 ||
		!strings.EqualFold(parts[0], "subscriptions") || !strings.EqualFold(parts[2], "resourceGroups") || !strings.EqualFold(parts[4], "providers") {
		return wrong("is incomplete")
	}
	id := TargetID{SubscriptionID: parts[1], ResourceGroup: parts[3], Provider: parts[5]}
	switch {
	case !guidPattern.MatchString(id.SubscriptionID):
		return wrong("contains a subscription ID that isn't a GUID")
	case !isGroupName(id.ResourceGroup):
		return wrong("contains a resource group name that isn't valid")
	case !providerPattern.MatchString(id.Provider):
		return wrong("contains a resource provider that isn't valid")
	}
	for i := 6; i < len(parts); i += 2 {
		kind, name := parts[i], parts[i+1]
		// A second "providers" would make it an extension of the resource, which is another kind of path.
		if !typePattern.MatchString(kind) || strings.EqualFold(kind, "providers") {
			return wrong("contains a resource type that isn't valid")
		}
		if name == "" || name == "." || name == ".." || len(name) > maxNameLength || badInName.MatchString(name) {
			return wrong("contains a resource name that isn't valid")
		}
		id.Types, id.Names = append(id.Types, kind), append(id.Names, name)
	}
	return id, nil
}

// Type is the full resource type, such as Microsoft.Sql/servers.
func (t TargetID) Type() string { return t.Provider + "/" + strings.Join(t.Types, "/") }

// Name is the innermost resource's name.
func (t TargetID) Name() string { return t.Names[len(t.Names)-1] }

// String rebuilds the resource id from its parts.
func (t TargetID) String() string {
	id := "/subscriptions/" + t.SubscriptionID + "/resourceGroups/" + t.ResourceGroup + "/providers/" + t.Provider
	for i, kind := range t.Types {
		id += "/" + kind + "/" + t.Names[i]
	}
	return id
}
