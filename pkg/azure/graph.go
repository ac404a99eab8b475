package azure

import (
	"context"
	"net/http"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
)

// graphAPIVersion of Microsoft.ResourceGraph.
const graphAPIVersion = "2021-03-01"

// Names carry a dollar sign: Resource Graph's REST reference, QueryRequestOptions.
type graphOptions struct {
	Top       int    `json:"$top"`
	SkipToken string `json:"$skipToken,omitempty"`
	Format    string `json:"resultFormat"`
}

type graphRequest struct {
	Query   string       `json:"query"`
	Options graphOptions `json:"options"`
}

// graphPage is what is left of an answer once its rows are read.
type graphPage struct {
	total     int
	skipToken string
	size      int64
}

// query asks Resource Graph over all subscriptions that the identity can read, and calls row for each row, which reads
// exactly one value. It returns one page of at most top rows; a skip token leads to the next.
func (c *Client) query(ctx context.Context, op operation, kql string, top int, skipToken string, row func(*decoder) error) (graphPage, error) {
	ctx = httpclient.WithResponseLimit(ctx, c.limits.Body)
	req, err := c.request(ctx, http.MethodPost, "/providers/Microsoft.ResourceGraph/resources", graphAPIVersion)
	if err != nil {
		return graphPage{}, err
	}
	if err := runtime.MarshalAsJSON(req, graphRequest{kql, graphOptions{top, skipToken, "objectArray"}}); err != nil {
		return graphPage{}, err
	}
	resp, err := c.arm.Pipeline().Do(req)
	if err != nil {
		return graphPage{}, c.classify(ctx, op, err)
	}
	body, err := c.body(ctx, op, resp, http.StatusOK)
	if err != nil {
		return graphPage{}, err
	}
	page := graphPage{size: int64(len(body))}
	isTable := false
	d := newDecoder(body)
	err = d.object("", func(lower, key string) error {
		switch lower {
		case "data":
			isTable = d.PeekKind() == '['
			return d.array(key, func() error { return row(d) })
		case "totalrecords":
			return d.number(&page.total)
		case "$skiptoken":
			return d.text(key, &page.skipToken)
		}
		return d.SkipValue()
	})
	if err != nil || !isTable {
		return graphPage{}, badAnswer(op, "the response has no rows")
	}
	return page, nil
}
