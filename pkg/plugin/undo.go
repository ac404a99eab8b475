package plugin

import (
	"net/http"
	"time"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/address"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/receipt"
)

// postUndo takes back one change by its sealed receipt and answers {dataSource, unsafeNumbers}. A data source that
// changed since in any way is left alone.
func postUndo(c *call, body *undo) (any, error) {
	uid, change := c.path["uid"], body.change
	if !azure.SameMoment(change.WorkspaceCreated, c.workspace.CreatedAt) {
		return nil, stale("The workspace was deleted and created again since, so this change wasn't undone.", "Open the data source and update the URL there.")
	}
	source, err := c.grafana.Read(c.ctx, uid)
	if err != nil {
		return nil, err
	}
	now := source.Field(change.Field)
	switch {
	case now == change.Before && now != change.After:
		return nil, stale("The data source already has its previous URL.", "There is nothing to undo.")
	case now != change.After:
		return nil, stale("The URL was changed since, so this change wasn't undone.", "Open the data source to see the current URL.")
	case source.Version() != change.Version:
		return nil, stale("The data source was edited since, so this change wasn't undone.", "Open the data source to see its current settings.")
	}
	kind, _ := catalogue.TypeOf(source.Text("type"))
	from, to, ok := hostsOf(change, kind)
	if !ok {
		return nil, invalidReceipt()
	}
	written, err := c.grafana.SetField(c.ctx, source.WithHostIn(kind.AlsoIn, from.Host, to.Host), change.Field, change.Before)
	c.logSource("undo", uid, err, "field", change.Field, "hostBefore", from.Host, "hostAfter", to.Host)
	if err != nil {
		return nil, err
	}
	return answerWith(written, ""), nil
}

// hostsOf takes both addresses apart; false for what no fill can have done, whoever sealed it.
func hostsOf(change receipt.Change, kind catalogue.DataSourceType) (from, to address.Parts, ok bool) {
	isField := change.Field != "" && (change.Field == kind.Field || change.Field == kind.LegacyField)
	from, fromOK := address.Split(kind.Shape, change.After)
	to, toOK := address.Split(kind.Shape, change.Before)
	return from, to, isField && !kind.PasteOnly && fromOK && toOK && to.MayBecome(kind.Shape, from)
}

func checkAge(change receipt.Change) error {
	if time.Since(time.Unix(change.At, 0)) > receipt.Lifetime {
		return stale("This change is more than 30 days old and can no longer be undone.", "Open the data source and update the URL there.")
	}
	return nil
}

func stale(message, hint string) error {
	return &failure.Error{Status: http.StatusConflict, Code: "receipt_stale", Message: message, Hint: hint}
}
