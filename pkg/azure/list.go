package azure

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
)

// page is what is left of an answer once its items are read: where the next one is, and how many bytes it was.
type page struct {
	next string
	size int64
}

// list reads all pages of a list and calls item for each of its items, which reads exactly one value.
func (c *Client) list(ctx context.Context, op operation, path, apiVersion string, item func(*decoder) error) error {
	first := func(ctx context.Context) (*policy.Request, error) {
		return c.request(ctx, http.MethodGet, path, apiVersion)
	}
	complete, err := c.pages(ctx, op, first, c.limits.Pages, item)
	if err == nil && !complete {
		return badAnswer(op, "the list has more than "+strconv.Itoa(c.limits.Pages)+" pages")
	}
	return err
}

// pages is list for at most so many pages; complete is false where there are more.
func (c *Client) pages(ctx context.Context, op operation, first func(context.Context) (*policy.Request, error), most int, item func(*decoder) error) (complete bool, err error) {
	ctx = httpclient.WithResponseLimit(ctx, c.limits.Body)
	seen := map[string]bool{}
	pager := runtime.NewPager(runtime.PagingHandler[page]{
		More: func(p page) bool { return p.next != "" },
		Fetcher: func(ctx context.Context, last *page) (page, error) {
			var next string
			if last != nil {
				next = last.next
				if err := c.checkNextLink(op, next); err != nil {
					return page{}, err
				}
			}
			resp, err := runtime.FetcherForNextLink(ctx, c.arm.Pipeline(), next, first, nil)
			if err != nil {
				return page{}, c.classify(ctx, op, err)
			}
			return readPage(op, resp, item)
		},
	})
	var size int64
	for pages := 1; pager.More(); pages++ {
		if pages > most {
			return false, nil
		}
		read, err := pager.NextPage(ctx)
		if err != nil {
			return false, err
		}
		if size += read.size; size > c.limits.List {
			return false, tooLarge()
		}
		if seen[read.next] {
			return false, badAnswer(op, "the next link points to a page that was already read")
		}
		seen[read.next] = true
	}
	return true, nil
}

// checkNextLink refuses a link that leaves Resource Manager before a request is made of it.
func (c *Client) checkNextLink(op operation, link string) error {
	next, err := url.Parse(link)
	if err != nil {
		return badAnswer(op, "the next link isn't a URL")
	}
	return pin{allowed: originOf(c.cloud.resourceManager)}.check(next)
}

func readPage(op operation, resp *http.Response, item func(*decoder) error) (page, error) {
	body, err := runtime.Payload(resp)
	if err != nil {
		return page{}, err
	}
	read := page{size: int64(len(body))}
	isList := false
	d := newDecoder(body)
	err = d.object("", func(lower, key string) error {
		switch lower {
		case "value":
			isList = isList || d.PeekKind() == '[' || d.PeekKind() == 'n'
			return d.array(key, func() error { return item(d) })
		case "nextlink":
			return d.text(key, &read.next)
		}
		return d.SkipValue()
	})
	if err != nil {
		return page{}, badAnswer(op, "the response isn't valid JSON")
	}
	if !isList {
		return page{}, badAnswer(op, "the answer holds no list")
	}
	return read, nil
}
