package azure

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// Refusals as people report them, with neutral names. Sources: numbers of public files, or GitHub threads.
func TestForbidden(t *testing.T) {
	const has = "The client 'c' with object id 'o' has permission to perform action 'Microsoft.Dashboard/grafana/managedPrivateEndpoints/write' on scope " +
		"'/subscriptions/s/resourceGroups/g/providers/Microsoft.Dashboard/grafana/w/managedPrivateEndpoints/m'; however, "
	const store = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/logs"
	linked := func(action, scope string) string {
		return has + "it does not have permission to perform action(s) '" + action + "' on the linked scope(s) '" + scope + "' or the linked scope(s) are invalid."
	}
	op := operation{does: "create the endpoint", needs: catalogue.Action{Action: "Microsoft.Dashboard/grafana/managedPrivateEndpoints/write", Role: "Azure Managed Grafana Workspace Contributor"}}
	for name, test := range map[string]struct{ code, message, details, wants, says, hint string }{
		"MicrosoftDocs/azure-docs#96892": {"LinkedAuthorizationFailed", linked("Microsoft.Storage/storageAccounts/PrivateEndpointConnectionsApproval/action", store), "",
			"azure_forbidden", "Missing action: Microsoft.Storage/storageAccounts/PrivateEndpointConnectionsApproval/action on logs.", "Ask the owner of " + store},
		"61966626757": {"LinkedAuthorizationFailed", linked("Microsoft.App/managedEnvironments/join/action", "/subscriptions/s/resourceGroups/g/providers/Microsoft.App/managedEnvironments/e"), "",
			"azure_forbidden", "Missing action: Microsoft.App/managedEnvironments/join/action on e.", "assign the identity a role with this action"},
		"63340887517, two actions": {"LinkedAuthorizationFailed", linked("Microsoft.Network/virtualNetworks/subnets/join/action,Microsoft.Network/publicIPAddresses/join/action", store), "",
			"azure_forbidden", "subnets/join/action,Microsoft.Network/publicIPAddresses/join/action on logs.", ""},
		"69245160487, in a detail": {"DeploymentFailed", "At least one resource failed.", `{"code":"LinkedAuthorizationFailed","message":"` + linked("Microsoft.ManagedIdentity/userAssignedIdentities/assign/action", store) + `"}`,
			"azure_forbidden", "Missing action: Microsoft.ManagedIdentity/userAssignedIdentities/assign/action on logs.", ""},
		"38813265457, without a scope": {"LinkedAuthorizationFailed", "does not have permission to perform action 'Microsoft.Network/virtualNetworks/subnets/join/action'", "",
			"azure_forbidden", "Missing action: Microsoft.Network/virtualNetworks/subnets/join/action.", ""},
		"ansible-collections/azure#973": {"LinkedAuthorizationFailed", has + "the current tenant '11111111-2222-3333-4444-555555555555' is not authorized to access linked subscription '99999999-2222-3333-4444-555555555555'.", "",
			"azure_forbidden", "subscription 99999999-2222-3333-4444-555555555555 of the target belongs to a different tenant", "of the identity's tenant"},
		"57379821978": {"AuthorizationFailed", "The client 'c' with object id 'o' does not have authorization to perform action 'Microsoft.Resources/subscriptions/resourcegroups/delete' over scope '/s' or the scope is invalid.", "",
			"azure_forbidden", "Missing action: Microsoft.Resources/subscriptions/resourcegroups/delete.", "Azure Managed Grafana Workspace Contributor on the workspace"},
		"MicrosoftDocs/azure-docs#51173": {"DenyAssignmentAuthorizationFailed", has + "the access is denied because of the deny assignment with name 'System deny assignment created by Azure Databricks /s' and Id 'i' at scope '/s'.", "",
			"azure_forbidden", "A deny assignment doesn't allow the identity to create the endpoint. Denied action: Microsoft.Dashboard/grafana/managedPrivateEndpoints/write.", "Assigning roles won't help."},
		"2350755594": {"InsufficientAccessError", "The provided credentials have insufficient access to perform the requested operation", `{"code":"NspValidationFailedError","message":"Access to workspace 'law' from '20.1.2.3' is denied."}`,
			"azure_network_denied", "requests from this network aren't allowed", "Assigning permissions won't help."},
		"56690850668": {"Forbidden", "Connection is not an approved private link and caller was ignored because bypass is not set to 'AzureServices'.", `{"code":"ForbiddenByConnection"}`,
			"azure_network_denied", "requests from this network aren't allowed", ""},
		"microsoft/AzureTRE#3789": {"Forbidden", "Client address is not authorized and caller is not a trusted service.", `{"code":"ForbiddenByFirewall"}`,
			"azure_network_denied", "requests from this network aren't allowed", ""},
		"14794998142": {"NetworkSecurityPerimeterTrafficDenied", "The outbound request to target resource is denied by NetworkSecurityPerimeter.", "",
			"azure_network_denied", "requests from this network aren't allowed", ""},
		"2867623268": {"Forbidden", "Request was not allowed by NSP rules", "",
			"azure_network_denied", "requests from this network aren't allowed", ""},
	} {
		body := `{"error":{"code":"` + test.code + `","message":"` + test.message + `","details":[` + test.details + `]}}`
		e := &failure.Error{}
		forbidden(e, op, readUpstreamError(&http.Response{Body: io.NopCloser(strings.NewReader(body)), Header: http.Header{}}))
		require.Equal(t, test.wants, e.Code, name)
		require.Equal(t, http.StatusForbidden, e.Status, name)
		require.Contains(t, e.Message, test.says, name)
		require.Contains(t, e.Hint, test.hint, name)
	}
}
