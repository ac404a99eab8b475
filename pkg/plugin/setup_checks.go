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
		return check{ID: "signIn", Outcome: "ok", Summary: "The identity can sign in."}
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
		return check{ID: "cloud", Outcome: "unknown", Summary: reason, Hint: "Go on: Azure decides."}
	}
	return check{ID: "cloud", Outcome: "ok", Summary: cloud.DisplayName + " has managed private endpoints."}
}

func (a *App) checkWorkspace(ctx context.Context, answer *setupAnswer) check {
	client, id, err := a.azure()
	if err != nil {
		return failed("workspace", err)
	}
	workspace, err := client.Workspace(ctx, id)
	if err != nil {
		return failed("workspace", err)
	}
	answer.Workspace = &workspace
	return check{ID: "workspace", Outcome: "ok", Summary: "The workspace " + workspace.Name + " was found."}
}

func checkTier(tier string) check {
	switch strings.ToLower(tier) {
	case "standard":
		return check{ID: "tier", Outcome: "ok", Summary: "The workspace is in the Standard tier."}
	case "":
		return check{ID: "tier", Outcome: "unknown", Summary: "Azure didn't tell the workspace's tier.", Hint: "Private endpoints need the Standard tier."}
	}
	return check{ID: "tier", Outcome: "failed", Summary: "The workspace is in the tier " + failure.Scrub(tier) + ", and private endpoints need Standard.",
		Hint: "Choose a workspace in the Standard tier."}
}

func (a *App) checkProvider(ctx context.Context) check {
	state, err := a.client.ProviderState(ctx, a.settings.Workspace)
	switch {
	case err != nil:
		return cantTell("provider", "Whether the subscription is registered for Microsoft.Dashboard can't be told.", err)
	case strings.EqualFold(state, "Registered"):
		return check{ID: "provider", Outcome: "ok", Summary: "The subscription is registered for Microsoft.Dashboard."}
	}
	return check{ID: "provider", Outcome: "warning", Summary: "The subscription isn't registered for Microsoft.Dashboard (" + failure.Scrub(state) + ").",
		Hint: "Have somebody with the right to do so run: az provider register --namespace Microsoft.Dashboard."}
}

// checkList tries what the plugin does most instead of asking whether it may.
func (a *App) checkList(ctx context.Context) check {
	if _, err := a.client.Endpoints(ctx, a.settings.Workspace); err != nil {
		return failed("list", err)
	}
	return check{ID: "list", Outcome: "ok", Summary: "The identity can list private endpoints."}
}

func (a *App) seemingRights(ctx context.Context) []check {
	var all []check
	rights, err := a.client.Rights(ctx, a.settings.Workspace)
	if err != nil {
		for _, key := range []string{"create", "delete", "refresh", "readTargets"} {
			all = append(all, cantTell(key, "Whether the identity may "+catalogue.ActionOf(key).Title+" can't be told.", err))
		}
		return all
	}
	for _, right := range rights {
		// Listing is tried, not asked about.
		if right.Key != "list" {
			all = append(all, checkRight(right, catalogue.ActionOf(right.Key)))
		}
	}
	return all
}

func checkRight(right azure.Right, needed catalogue.Action) check {
	made := check{ID: right.Key, Action: needed.Action, Role: needed.Role}
	switch right.State {
	case "granted":
		return check{ID: right.Key, Outcome: "ok", Summary: "The identity seems allowed to " + needed.Title + "."}
	case "notGranted":
		made.Outcome, made.Summary = "warning", "The identity may not "+needed.Title+": "+needed.Action+" is missing."
		made.Hint = "Give it the role " + needed.Role + " on the workspace, or try it: Azure decides."
	default:
		made.Outcome, made.Summary = "unknown", "Whether the identity may "+needed.Title+" can't be told."
		made.Hint = "If Azure refuses it, give the identity the role " + needed.Role + "."
	}
	return made
}

func cantTell(id, summary string, err error) check {
	known := failure.From(err)
	return check{ID: id, Outcome: "unknown", Summary: summary, Hint: known.Hint, Error: known}
}
