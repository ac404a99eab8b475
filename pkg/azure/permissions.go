package azure

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

// Permission is one role's actions at a scope, as Microsoft.Authorization/permissions tells them.
type Permission struct {
	Actions, NotActions []string
}

var (
	readPermissions       = operation{does: "read the identity's own permissions", needs: catalogue.ActionOf("readPermissions"), ofWorkspace: true}
	readTargetPermissions = operation{does: "read the identity's permissions on the target resource", needs: catalogue.ActionOf("readPermissions"), onTarget: true}
)

// Permissions reads what the identity may do on the workspace.
func (c *Client) Permissions(ctx context.Context, workspace WorkspaceID) ([]Permission, error) {
	return c.permissionsAt(ctx, readPermissions, workspace.String())
}

func (c *Client) permissionsAt(ctx context.Context, op operation, scope string) ([]Permission, error) {
	var all []Permission
	err := c.list(ctx, op, scope+"/providers/Microsoft.Authorization/permissions", "2022-04-01", func(d *decoder) error {
		var p Permission
		err := d.into("", places{"actions": &p.Actions, "notactions": &p.NotActions})
		all = append(all, p)
		return err
	})
	return all, err
}

// Allows tells whether any of the permissions grants an action and doesn't take it away again: NotActions count only
// within their own role (Microsoft Learn, "Understand Azure role definitions").
func Allows(permissions []Permission, action string) bool {
	return slices.ContainsFunc(permissions, func(p Permission) bool {
		return covers(p.Actions, action) && !covers(p.NotActions, action)
	})
}

// covers compares with patterns in which * stands for any run of characters, whatever the casing.
func covers(patterns []string, action string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		matches, _ := regexp.MatchString("(?is)^"+strings.ReplaceAll(regexp.QuoteMeta(pattern), `\*`, ".*")+"$", action)
		return matches
	})
}
