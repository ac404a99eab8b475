package azure

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/arm"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

var (
	guidPattern = regexp.MustCompile(`^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`)
	// Azure's rule for resource groups: letters of any script, and no dot at the end. Lengths are checked apart, since a
	// counted repetition of such a class takes megabytes.
	groupPattern = regexp.MustCompile(`^[\p{L}\p{N}_().-]*[\p{L}\p{N}_()-]$`)
	// The specification's pattern for a workspace name.
	workspacePattern = regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9-]{0,28}[a-zA-Z0-9]$`)
	// Azure states no rule for an endpoint's name, so reading takes all that is safe in a path.
	endpointPattern   = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*$`)
	apiVersionPattern = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}(-preview)?$`)
)

// maxNameLength is the longest name that Resource Manager takes for any resource.
const maxNameLength = 260

func isGroupName(name string) bool {
	return utf8.RuneCountInString(name) <= 90 && groupPattern.MatchString(name)
}

// WorkspaceID names an Azure Managed Grafana workspace by validated parts.
type WorkspaceID struct {
	SubscriptionID, ResourceGroup, Name string
}

// ParseWorkspaceID takes a workspace's resource id apart; the casing of its fixed words doesn't matter.
func ParseWorkspaceID(field, text string) (WorkspaceID, error) {
	const hint = "Use the format /subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.Dashboard/grafana/<name>. You can find the ID in the Azure portal: on the workspace's overview page, select JSON View."
	if text == "" {
		return WorkspaceID{}, failure.NotConfigured(field, "No workspace is selected.")
	}
	wrong := func(what string) (WorkspaceID, error) {
		return WorkspaceID{}, failure.InvalidSettings(field, "The resource ID of the workspace "+what+".", hint)
	}
	parsed, err := arm.ParseResourceID(text)
	if err != nil {
		return wrong("isn't valid")
	}
	if err := parsed.ValidateResourceTypeChain(workspaceChain); err != nil {
		return wrong("doesn't name an Azure Managed Grafana workspace")
	}
	id := WorkspaceID{parsed.SubscriptionID, parsed.ResourceGroupName, parsed.Name}
	switch {
	case !guidPattern.MatchString(id.SubscriptionID):
		return wrong("contains a subscription ID that isn't a GUID")
	case !isGroupName(id.ResourceGroup):
		return wrong("contains a resource group name that isn't valid")
	case !workspacePattern.MatchString(id.Name):
		return wrong("contains a workspace name that isn't valid")
	}
	return id, nil
}

var workspaceChain = []arm.ResourceType{
	arm.NewResourceType("Microsoft.Resources", "tenants"),
	arm.NewResourceType("Microsoft.Resources", "subscriptions"),
	arm.NewResourceType("Microsoft.Resources", "resourceGroups"),
	arm.NewResourceType("Microsoft.Dashboard", "grafana"),
}

// String rebuilds the resource id from its parts.
func (w WorkspaceID) String() string {
	return "/subscriptions/" + w.SubscriptionID + "/resourceGroups/" + w.ResourceGroup + "/providers/Microsoft.Dashboard/grafana/" + w.Name
}

// Key is the same for all spellings of one workspace's id. Azure takes letters of any casing for equal; Unicode's folding
// would go further and take the Kelvin sign for a k.
func (w WorkspaceID) Key() string { return lowerASCII(w.String()) }

func lowerASCII(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, text)
}

// CheckEndpointName refuses a name that can't be part of a path.
func CheckEndpointName(name string) error {
	if len(name) <= maxNameLength && endpointPattern.MatchString(name) {
		return nil
	}
	return failure.Invalid("name", "The endpoint name is too long or contains characters that aren't allowed.",
		"Use letters, numbers, periods, hyphens, and underscores. Start with a letter or number.")
}
