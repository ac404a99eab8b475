package azure

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/grafana/grafana-azure-sdk-go/v2/azcredentials"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// activityEvent is one step of a change: its start, its acceptance or its end. What Azure didn't say is empty.
type activityEvent struct {
	at   time.Time
	time string
	// caller is a mail address, or the object ID of an application; own is true for the plugin's own identity.
	caller string
	own    bool
	// operation is a resource provider operation, such as Microsoft.Dashboard/grafana/managedPrivateEndpoints/write.
	operation, endpoint string
	// status is Started, Accepted, Succeeded or Failed, and maybe others; subStatus is the HTTP status in words.
	status, subStatus string
	reason            string
	correlationID     string
}

// Activity is what Azure's activity log tells of a workspace's private endpoints.
type Activity struct {
	// Changes are newest first.
	Changes []Change `json:"changes"`
	// Since is the beginning of what was searched, RFC 3339.
	Since string `json:"since"`
	// Complete is false where there is more between Since and now than was read.
	Complete bool `json:"complete"`
}

const (
	activityPath = "/providers/Microsoft.Insights/eventtypes/management/values"
	// activityVersion of Microsoft.Insights.
	activityVersion = "2015-04-01"
	// activityKept is how long Azure keeps events (Microsoft Learn, "Activity log"); it refuses a search that begins earlier.
	activityKept = 90*24*time.Hour - time.Hour
	// activityPages bounds one read. A busy resource group has more, most of it about other resources.
	activityPages = 20
	activityParts = "authorization,caller,claims,correlationId,eventTimestamp,operationName,properties,resourceId,status,subStatus"
)

var readActivity = operation{does: "read the activity log", needs: catalogue.ActionOf("readActivity"), onGroup: true}

// Activity reads what happened to a workspace's private endpoints between a moment and now. Azure forgets after 90 days.
//
// It searches the resource group: that a search by the workspace's resourceUri finds its endpoints too isn't documented (REST
// reference, "Activity Logs - List"). Without permission Azure may answer an empty list instead of 403
// (Azure/azure-sdk-for-java#2097), so an empty one is compared with the identity's permissions.
func (c *Client) Activity(ctx context.Context, workspace WorkspaceID, since time.Time) (Activity, error) {
	now := time.Now().UTC()
	if oldest := now.Add(-activityKept); since.Before(oldest) {
		since = oldest
	}
	filter := "eventTimestamp ge '" + instantOf(since) + "' and eventTimestamp le '" + instantOf(now) + "' and resourceGroupName eq '" + workspace.ResourceGroup + "'"
	first := func(ctx context.Context) (*policy.Request, error) {
		req, err := c.request(ctx, http.MethodGet, "/subscriptions/"+workspace.SubscriptionID+activityPath, activityVersion)
		if err == nil {
			query := url.Values{"api-version": {activityVersion}, "$filter": {filter}, "$select": {activityParts}}
			// A plus sign isn't a space everywhere.
			req.Raw().URL.RawQuery = strings.ReplaceAll(query.Encode(), "+", "%20")
		}
		return req, err
	}
	var events []activityEvent
	empty := true
	complete, err := c.pages(ctx, readActivity, first, activityPages, func(d *decoder) error {
		empty = false
		event, about, err := c.activityEvent(d, workspace)
		if about {
			events = append(events, event)
		}
		return err
	})
	if err == nil && empty {
		err = c.checkActivityPermission(ctx, workspace)
	}
	if err != nil {
		return Activity{}, err
	}
	return Activity{changesOf(events), instantOf(since), complete}, nil
}

func instantOf(t time.Time) string { return t.UTC().Format(time.RFC3339) }

func (c *Client) checkActivityPermission(ctx context.Context, workspace WorkspaceID) error {
	permissions, err := c.Permissions(ctx, workspace)
	if err != nil || Allows(permissions, readActivity.needs.Action) {
		return nil
	}
	e := &failure.Error{}
	forbidden(e, readActivity, upstreamError{})
	return e
}

// clientID is the one that the identity signs in with, empty where Azure chooses it.
func (c *Client) clientID() string {
	switch credentials := c.identity.Credentials.(type) {
	case *azcredentials.AzureClientSecretCredentials:
		return credentials.ClientId
	case *azcredentials.AzureClientCertificateCredentials:
		return credentials.ClientId
	case *azcredentials.AzureWorkloadIdentityCredentials:
		return credentials.ClientId
	case *azcredentials.AzureManagedIdentityCredentials:
		return credentials.ClientId
	}
	return ""
}

// activityEvent reads the event that comes next; about is false where it isn't about private endpoints of the workspace.
// Shape: specification of Microsoft.Insights 2015-04-01, EventData.
func (c *Client) activityEvent(d *decoder, workspace WorkspaceID) (e activityEvent, about bool, err error) {
	var resource, action, appID, message string
	// What is in an unknown shape isn't shown, so it needn't be kept.
	defer d.takeExtra()
	err = d.into("", places{
		"eventtimestamp": func(key string) error { return d.instant(key, &e.time) },
		"caller":         &e.caller,
		"claims":         places{"appid": &appID},
		"operationname":  places{"value": &e.operation},
		"authorization":  places{"action": &action},
		"resourceid":     &resource,
		"status":         places{"value": &e.status},
		"substatus":      places{"value": &e.subStatus},
		"properties":     places{"statusmessage": &message},
		"correlationid":  &e.correlationID,
	})
	if e.operation == "" {
		e.operation = action
	}
	if own := c.clientID(); own != "" {
		e.own = strings.EqualFold(appID, own)
	}
	if strings.EqualFold(e.status, "Failed") {
		e.reason = reasonOf(message, c.identity.secrets()...)
	}
	ofWorkspace := strings.HasPrefix(lowerASCII(resource)+"/", workspace.Key()+"/")
	if ofWorkspace {
		e.endpoint = endpointIn(resource[len(workspace.Key()):])
	}
	e.at, _ = time.Parse(time.RFC3339, e.time)
	return e, ofWorkspace && e.time != "" && kindOfChange(e.operation) != "", err
}

// endpointIn is the name in what follows the workspace in a resource id.
func endpointIn(below string) string {
	parts := strings.Split(below, "/")
	if len(parts) > 2 && strings.EqualFold(parts[1], "managedPrivateEndpoints") {
		return parts[2]
	}
	return ""
}

// reasonOf reads the JSON text of an error, or shows another text as it is.
func reasonOf(message string, secrets ...string) string {
	reader := errorReader{decoder: newDecoder([]byte(message))}
	if e, err := reader.read(""); err == nil && e != (upstreamError{}) {
		message = e.String()
	}
	return failure.Scrub(message, secrets...)
}
