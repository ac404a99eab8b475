package plugin

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/grafana"
)

// maxBody bounds what the browser may send, in bytes; the largest body is an endpoint's tags.
const maxBody = 64 << 10

// call is one authorised request.
type call struct {
	ctx   context.Context
	app   *App
	user  *backend.User
	org   int64
	path  map[string]string
	query url.Values
	// request is path and query as they came.
	request string
	body    []byte
	// These are there when the route needs them.
	needs   need
	client  *azure.Client
	id      azure.WorkspaceID
	grafana *grafana.Client
	// workspace was read in Azure with it.
	workspace azure.Workspace
}

// CallResource answers one request of the browser: role, route, content type, then the handler under a deadline. It
// takes the place of the SDK's adapter to net/http, which parses paths and would redirect odd ones.
func (a *App) CallResource(ctx context.Context, req *backend.CallResourceRequest, sender backend.CallResourceResponseSender) error {
	ctx, cancel := context.WithTimeout(ctx, a.limits.Call)
	defer cancel()
	status, answer, err := a.answer(ctx, req)
	if err != nil {
		return sender.Send(a.refuse(ctx, req, err))
	}
	return sender.Send(respond(status, answer))
}

func (a *App) answer(ctx context.Context, req *backend.CallResourceRequest) (int, any, error) {
	found, values, routeErr := find(routes, req.Method, req.Path)
	needs := admin
	if found != nil {
		needs = found.role
	}
	// The role comes first: who may ask nothing isn't told which routes there are.
	if err := authorize(req.PluginContext.User, needs); err != nil {
		return 0, nil, err
	}
	if routeErr != nil {
		return 0, nil, routeErr
	}
	//lint:ignore SA1019 the number of the organization is what the log names; its successor is a name of Kubernetes.
	c := &call{ctx: ctx, app: a, user: req.PluginContext.User, org: req.PluginContext.OrgID, path: values, body: req.Body, needs: found.needs}
	if err := c.check(req); err != nil {
		return 0, nil, err
	}
	answer, err := found.handle(c)
	status := http.StatusOK
	if _, goesOn := answer.(operationAnswer); goesOn {
		status = http.StatusAccepted
	}
	return status, answer, err
}

func (c *call) check(req *backend.CallResourceRequest) error {
	if len(req.Body) > maxBody {
		return &failure.Error{Status: http.StatusRequestEntityTooLarge, Code: "body_too_large",
			Message: "The request is larger than 64 kB.", Hint: "Use fewer or shorter tags."}
	}
	if req.Method != http.MethodGet {
		// A form of another site can't send this type without asking first.
		if kind, _, err := mime.ParseMediaType(req.GetHTTPHeader("Content-Type")); err != nil || kind != "application/json" {
			return &failure.Error{Status: http.StatusUnsupportedMediaType, Code: "unsupported_media_type",
				Message: "The content type must be application/json."}
		}
	}
	address, err := url.Parse(req.URL)
	if err == nil {
		c.request = req.Path + "?" + address.RawQuery
		c.query, err = url.ParseQuery(address.RawQuery)
	}
	if err != nil {
		return failure.Invalid("url", "The request URL isn't valid.", "")
	}
	if err := c.checkNames(); err != nil {
		return err
	}
	return c.configure()
}

// decode reads the body into a struct; unknown members and trailing data are refused.
func (c *call) decode(into any) error {
	decoder := json.NewDecoder(bytes.NewReader(c.body))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(into)
	if err == nil {
		if _, trailing := decoder.Token(); trailing == io.EOF {
			return nil
		}
		return failure.Invalid("body", "The request body contains more than one JSON value.", "")
	}
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok && wrong.Field != "" {
		return failure.Invalid(wrong.Field, "The value of "+wrong.Field+" has the wrong type.", "")
	}
	return failure.Invalid("body", "The request body isn't the JSON that this route expects.", "")
}
