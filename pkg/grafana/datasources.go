package grafana

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// Grafana itself makes shorter and plainer ones; older provisioned ones have dots.
var uidPattern = regexp.MustCompile(`^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}$`)

// CheckUID refuses a uid that can't be part of a path.
func CheckUID(uid string) error {
	if uidPattern.MatchString(uid) {
		return nil
	}
	return failure.Invalid("uid", "This isn't a valid data source UID.", "Use only letters, numbers, hyphens, underscores, and periods.")
}

var (
	readAction   = action{does: "read the data source", permission: "datasources:read", subject: "data source"}
	writeAction  = action{does: "update the data source", permission: "datasources:write", subject: "data source", writes: true}
	createAction = action{does: "create the data source", permission: "datasources:create", writes: true}
)

// Read reads one data source whole, with the caller's rights on it under accessControl. The uid must have passed CheckUID.
func (c *Client) Read(ctx context.Context, uid string) (DataSource, error) {
	body, err := c.get(ctx, readAction, "/api/datasources/uid/"+uid, url.Values{"accesscontrol": {"true"}})
	if err != nil {
		return DataSource{}, err
	}
	source, err := parseObject(body)
	if err != nil || source.Text("uid") != uid || source.Text("type") == "" {
		return DataSource{}, badAnswer(readAction, "the response isn't this data source")
	}
	return source, nil
}

// SetField writes one address field of a data source that was just read, under its version, and returns it as Grafana
// keeps it. No secret is sent: Grafana keeps those that aren't. After an answer that doesn't tell how the write went,
// it reads before it judges.
func (c *Client) SetField(ctx context.Context, read DataSource, field, value string) (DataSource, error) {
	if read.ReadOnly() {
		return DataSource{}, readOnly()
	}
	if read.Version() < 1 {
		// Without a version Grafana writes over whatever is there.
		return DataSource{}, badAnswer(readAction, "the data source has no version")
	}
	changed, err := read.WithField(field, value)
	if err != nil {
		return DataSource{}, badAnswer(readAction, "the data source's settings aren't a JSON object")
	}
	body, err := changed.without("secureJsonData", "accessControl").MarshalJSON()
	if err != nil {
		return DataSource{}, err
	}
	uid := read.Text("uid")
	answer, err := c.send(ctx, writeAction, http.MethodPut, "/api/datasources/uid/"+uid, body)
	if err == nil {
		if written, ok := inAnswer(answer); ok && written.Text("uid") == uid && written.Field(field) == value {
			return written, nil
		}
		err = badAnswer(writeAction, "the response isn't the data source that was written")
	}
	if !unsure(err) {
		return DataSource{}, err
	}
	if now, readErr := c.Read(ctx, uid); readErr == nil && now.Version() == read.Version()+1 && now.Field(field) == value {
		return now, nil
	}
	return DataSource{}, err
}

// Create adds a data source. When the answer doesn't tell how it went, it looks before it judges; names are unique, so
// nothing is created twice.
func (c *Client) Create(ctx context.Context, draft Draft) (DataSource, error) {
	body, err := json.Marshal(draft)
	if err != nil {
		return DataSource{}, err
	}
	answer, err := c.send(ctx, createAction, http.MethodPost, "/api/datasources", body)
	if err == nil {
		if written, ok := inAnswer(answer); ok && draft.is(written) {
			return written, nil
		}
		err = badAnswer(createAction, "the response isn't the data source that was created")
	}
	if unsure(err) {
		if found, ok := c.find(ctx, draft); ok {
			return found, nil
		}
	}
	return DataSource{}, err
}

// find looks for what a draft would have created.
func (c *Client) find(ctx context.Context, draft Draft) (DataSource, bool) {
	all, err := c.List(ctx)
	if err != nil {
		return DataSource{}, false
	}
	for _, listed := range all {
		if listed.Name == draft.Name && CheckUID(listed.UID) == nil {
			found, err := c.Read(ctx, listed.UID)
			return found, err == nil && draft.is(found)
		}
	}
	return DataSource{}, false
}

// unsure tells errors after which a write may have happened all the same.
func unsure(err error) bool { return catalogue.ErrorCodes[failure.From(err).Code].Outcome == "unknown" }

func inAnswer(body []byte) (DataSource, bool) {
	answer, err := parseObject(body)
	if err != nil {
		return DataSource{}, false
	}
	source, err := parseObject(answer.raw("datasource"))
	return source, err == nil
}
