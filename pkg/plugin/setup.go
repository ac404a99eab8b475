package plugin

import (
	"context"
	"sync"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// check is one line of the setup's answer.
type check struct {
	// ID is signIn, workspace, tier, cloud, provider, list, create, delete, refresh, readTargets or, where it is on, approve.
	ID string `json:"id"`
	// Outcome is ok, failed, warning, unknown or skipped.
	Outcome string         `json:"outcome"`
	Summary string         `json:"summary"`
	Hint    string         `json:"hint"`
	Error   *failure.Error `json:"error,omitzero"`
	// Action and Role are what is missing where a permission doesn't seem granted.
	Action string `json:"action,omitzero"`
	Role   string `json:"role,omitzero"`
}

type setupAnswer struct {
	Checks []check `json:"checks"`
}

// getSetup answers {checks}: the saved settings tried out, in the order in which things depend on each other. What can't be
// tried since an earlier step failed is skipped. It always answers 200.
func getSetup(c *call) (any, error) {
	return setupAnswer{c.app.checkSetup(c.ctx)}, nil
}

func (a *App) checkSetup(ctx context.Context) []check {
	signIn, cloud := a.checkSignIn(ctx), a.checkCloud()
	workspace, tier := skipped("workspace"), skipped("tier")
	rest := skippedAll("provider", "list", "create", "delete", "refresh", "readTargets")
	if signIn.Outcome == "ok" {
		var found *azure.Workspace
		if workspace, found = a.checkWorkspace(ctx); found != nil {
			tier = checkTier(found.Tier)
			rest = a.checkPermissions(ctx)
		}
	} else if a.workspaceErr != nil {
		// Wrong as stored: that can be said without asking Azure.
		workspace = failed("workspace", a.workspaceErr)
	}
	all := append([]check{signIn, workspace, tier, cloud}, rest...)
	if a.settings.ApproveRequests {
		all = append(all, checkApproval())
	}
	return all
}

// checkPermissions asks Azure four things at once: they don't depend on each other.
func (a *App) checkPermissions(ctx context.Context) []check {
	var provider, list check
	var permissions []check
	var wait sync.WaitGroup
	wait.Go(func() { provider = a.checkProvider(ctx) })
	wait.Go(func() { list = a.checkList(ctx) })
	wait.Go(func() { permissions = a.permissionChecks(ctx) })
	wait.Wait()
	return append([]check{provider, list}, permissions...)
}

func failed(id string, err error) check {
	known := failure.From(err)
	return check{ID: id, Outcome: "failed", Summary: known.Message, Hint: known.Hint, Error: known}
}

func skipped(id string) check {
	return check{ID: id, Outcome: "skipped", Summary: "Skipped because an earlier check failed."}
}

func skippedAll(ids ...string) []check {
	var all []check
	for _, id := range ids {
		all = append(all, skipped(id))
	}
	return all
}
