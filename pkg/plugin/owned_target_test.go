package plugin

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

// owned is a target that keeps its connections, as the provider and its owner read and write them.
type owned struct {
	mutex sync.Mutex
	id    string
	// peer is the private endpoint of our connection.
	peer string
	// byName are the connections as Azure answers them.
	byName map[string]string
	// written are the bodies that arrived, with the queries they came with.
	written, queries []string
	// beforeRead and beforeWrite run once, when a connection is read alone, and when one arrives to be written.
	beforeRead, beforeWrite func()
	// refusal answers a write where it is set.
	refusal http.HandlerFunc
}

// pendingTarget serves the endpoint orders-db, whose request waits on a target of its own.
func pendingTarget(fake *azuretest.Azure, id string) *owned {
	fake.Answer(endpointRoute, 200, fmt.Sprintf(`{"name":"orders-db","location":"westeurope","properties":{"provisioningState":"Succeeded","privateLinkResourceId":%q,
		"requestMessage":"Ada asks. %s","connectionState":{"status":"Pending"}},"systemData":{"createdAt":%q,"createdBy":"ada@contoso.com"}}`, id, ourCode, requestedAt))
	fake.Answer("GET "+id+"/providers/Microsoft.Authorization/permissions", 200, `{"value":[{"actions":["*"],"notActions":[]}]}`)
	return ownTarget(fake, id, ourPeer, "Ada asks. "+ourCode)
}

// ownTarget serves a target with our connection, which waits.
func ownTarget(fake *azuretest.Azure, id, peer, description string) *owned {
	o := &owned{id: id, peer: peer, byName: map[string]string{}}
	o.set("Pending", description)
	fake.Handle("GET "+id+"/privateEndpointConnections", func(w http.ResponseWriter, _ *http.Request) {
		o.mutex.Lock()
		defer o.mutex.Unlock()
		var all []string
		for _, name := range []string{"ours", "other"} {
			if text, ok := o.byName[name]; ok {
				all = append(all, text)
			}
		}
		azuretest.Write(w, 200, `{"value":[`+strings.Join(all, ",")+`]}`)
	})
	for _, name := range []string{"ours", "other"} {
		fake.Handle("GET "+id+"/privateEndpointConnections/"+name, func(w http.ResponseWriter, _ *http.Request) {
			runOnce(&o.beforeRead)
			o.answer(w, name)
		})
		fake.Handle("PUT "+id+"/privateEndpointConnections/"+name, func(w http.ResponseWriter, r *http.Request) { o.write(w, r, name) })
	}
	return o
}

func runOnce(act *func()) {
	if now := *act; now != nil {
		*act = nil
		now()
	}
}

func connectionJSON(target, name, peer, status, description string) string {
	return fmt.Sprintf(`{"id":"%s/privateEndpointConnections/%s","name":%q,"etag":"\"7\"","properties":{"privateEndpoint":{"id":%q},"groupIds":["sqlServer"],"linkIdentifier":12345678901234567890,
		"privateLinkServiceConnectionState":{"status":%q,"description":%q,"actionsRequired":"None"},"provisioningState":"Succeeded"}}`, target, name, name, peer, status, description)
}

func (o *owned) put(name, text string) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	o.byName[name] = text
}

// set gives our connection another state.
func (o *owned) set(status, description string) {
	o.put("ours", connectionJSON(o.id, "ours", o.peer, status, description))
}

func (o *owned) remove() {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	delete(o.byName, "ours")
}

func (o *owned) answer(w http.ResponseWriter, name string) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	text, ok := o.byName[name]
	if !ok {
		azuretest.Write(w, 404, `{"error":{"code":"ResourceNotFound","message":"It was not found."}}`)
		return
	}
	azuretest.Write(w, 200, text)
}

func (o *owned) write(w http.ResponseWriter, r *http.Request, name string) {
	body, _ := io.ReadAll(r.Body)
	runOnce(&o.beforeWrite)
	o.mutex.Lock()
	o.written, o.queries = append(o.written, string(body)), append(o.queries, r.URL.RawQuery)
	refusal := o.refusal
	_, there := o.byName[name]
	if refusal == nil && there {
		o.byName[name] = string(body)
	}
	o.mutex.Unlock()
	if refusal != nil {
		refusal(w, r)
		return
	}
	o.answer(w, name)
}
