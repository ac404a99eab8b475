package azure

import (
	"context"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

// Permission is one role's actions at a scope, as Microsoft.Authorization/permissions tells them.
type Permission struct {
	Actions, NotActions []string
}

var readPermissions = operation{does: "read the identity's own permissions", needs: catalogue.ActionOf("readPermissions"), ofWorkspace: true}

// Permissions reads what the identity may do on the workspace.
func (c *Client) Permissions(ctx context.Context, workspace WorkspaceID) ([]Permission, error) {
	var all []Permission
	path := workspace.String() + "/providers/Microsoft.Authorization/permissions"
	err := c.list(ctx, readPermissions, path, "2022-04-01", func(d *decoder) error {
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
	for _, p := range permissions {
		if covers(p.Actions, action) && !covers(p.NotActions, action) {
			return true
		}
	}
	return false
}

func covers(patterns []string, action string) bool {
	for _, pattern := range patterns {
		if matchesWildcard(strings.ToLower(pattern), strings.ToLower(action)) {
			return true
		}
	}
	return false
}

// matchesWildcard compares with a pattern in which * stands for any run of characters.
func matchesWildcard(pattern, text string) bool {
	first, rest, wild := strings.Cut(pattern, "*")
	if !wild {
		return pattern == text
	}
	text, ok := strings.CutPrefix(text, first)
	if !ok {
		return false
	}
	for {
		part, after, more := strings.Cut(rest, "*")
		if !more {
			return strings.HasSuffix(text, part)
		}
		at := strings.Index(text, part)
		if at < 0 {
			return false
		}
		text, rest = text[at+len(part):], after
	}
}
