package plugin

import (
	"context"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

func (a *App) checkSignIn(ctx context.Context) check {
	err := a.clientErr
	if err == nil {
		err = a.client.SignIn(ctx)
	}
	if err == nil {
		return check{ID: "signIn", Outcome: "ok", Summary: "Authentication succeeded."}
	}
	if failure.From(err).Code == "cloud_unsupported" {
		return skipped("signIn")
	}
	return failed("signIn", err)
}

func (a *App) checkCloud() check {
	if a.clientErr != nil {
		if failure.From(a.clientErr).Code == "cloud_unsupported" {
			return failed("cloud", a.clientErr)
		}
		return skipped("cloud")
	}
	cloud := a.client.Cloud()
	if supported, reason := azure.CloudSupport(cloud.Name); supported != "yes" {
		return check{ID: "cloud", Outcome: "unknown", Summary: reason, Hint: "You can continue."}
	}
	return check{ID: "cloud", Outcome: "ok", Summary: cloud.DisplayName + " supports managed private endpoints."}
}

func (a *App) checkWorkspace(ctx context.Context) (check, *azure.Workspace) {
	client, id, err := a.azure()
	if err != nil {
		return failed("workspace", err), nil
	}
	workspace, err := client.Workspace(ctx, id)
	if err != nil {
		return failed("workspace", err), nil
	}
	return check{ID: "workspace", Outcome: "ok", Summary: "The workspace " + workspace.Name + " was found."}, &workspace
}

func checkTier(tier string) check {
	switch strings.ToLower(tier) {
	case "standard":
		return check{ID: "tier", Outcome: "ok", Summary: "The workspace uses the Standard tier."}
	case "":
		return check{ID: "tier", Outcome: "unknown", Summary: "The tier of the workspace is unknown.", Hint: "Private endpoints require the Standard tier."}
	}
	return check{ID: "tier", Outcome: "failed", Summary: "The workspace uses the tier " + failure.Scrub(tier) + ". Private endpoints require the Standard tier.",
		Hint: "Select a workspace in the Standard tier."}
}

func (a *App) checkProvider(ctx context.Context) check {
	state, err := a.client.ProviderState(ctx, a.settings.Workspace)
	switch {
	case err != nil:
		return unknownCheck("provider", "It's unknown whether the subscription is registered for Microsoft.Dashboard.", err)
	case strings.EqualFold(state, "Registered"):
		return check{ID: "provider", Outcome: "ok", Summary: "The subscription is registered for Microsoft.Dashboard."}
	}
	return check{ID: "provider", Outcome: "warning", Summary: "The subscription isn't registered for Microsoft.Dashboard (" + failure.Scrub(state) + ").",
		Hint: "Ask an owner of the subscription to run: az provider register --namespace Microsoft.Dashboard."}
}

// checkList tries what the plugin does most instead of asking whether it may.
func (a *App) checkList(ctx context.Context) check {
	if _, err := a.client.Endpoints(ctx, a.settings.Workspace); err != nil {
		return failed("list", err)
	}
	return check{ID: "list", Outcome: "ok", Summary: "The identity can list private endpoints."}
}

func (a *App) permissionChecks(ctx context.Context) []check {
	var all []check
	states, err := a.client.ActionStates(ctx, a.settings.Workspace)
	if err != nil {
		for _, key := range []string{"create", "delete", "refresh", "readTargets"} {
			all = append(all, unknownCheck(key, "It's unknown whether the identity has permission to "+catalogue.ActionOf(key).Title+".", err))
		}
		return all
	}
	for _, state := range states {
		// Listing is tried, not asked about.
		if state.Key != "list" {
			all = append(all, checkPermission(state, catalogue.ActionOf(state.Key)))
		}
	}
	return all
}

func checkPermission(state azure.ActionState, needed catalogue.Action) check {
	made := check{ID: state.Key, Action: needed.Action, Role: needed.Role}
	switch state.State {
	case "granted":
		return check{ID: state.Key, Outcome: "ok", Summary: "Permission to " + needed.Title + " found."}
	case "notGranted":
		made.Outcome, made.Summary = "warning", "The identity doesn't have permission to "+needed.Title+". Missing action: "+needed.Action+"."
		made.Hint = "Assign the identity the role " + needed.Role + " on the workspace. You can also continue without it, because this check isn't conclusive."
	default:
		made.Outcome, made.Summary = "unknown", "It's unknown whether the identity has permission to "+needed.Title+"."
		made.Hint = "If Azure denies the request, assign the identity the role " + needed.Role + "."
	}
	return made
}

// checkApproval says whether the operator allows what the admin has switched on. Permissions are those on each target, and
// checked on the page of its endpoint.
func checkApproval() check {
	if allowedBy(approveRequestsVariable) {
		return check{ID: "approve", Outcome: "ok", Summary: "Approving requests is on. The page of each pending request says whether the identity has permission on its target."}
	}
	return check{ID: "approve", Outcome: "warning", Summary: "Approving requests is on, but the operator of this Grafana hasn't allowed it.",
		Hint: "Ask the operator to set approve_requests = true in the section [plugin.azure-privateendpoints-app] of Grafana's configuration, or turn it off."}
}

func unknownCheck(id, summary string, err error) check {
	known := failure.From(err)
	return check{ID: id, Outcome: "unknown", Summary: summary, Hint: known.Hint, Error: known}
}
