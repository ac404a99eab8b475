package plugin

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

// sharedEndpoint is the endpoint "shop" of an Azure that keeps what is written, as a third party reads and writes it too:
// another server, the portal, a script.
type sharedEndpoint struct {
	mutex sync.Mutex
	// now is nil when there is none.
	now  *storedEndpoint
	made int
	// refreshes counts them.
	refreshes int
	// meanwhile runs once, when a change has arrived and before it takes effect: what someone else does in that moment.
	meanwhile func()
}

type storedEndpoint struct {
	CreatedAt, State, Connection, Target, Message, DomainName, IP string
	Tags                                                          map[string]string
}

const shopCode = "MPE-B0B0-B0B0"

const shopRoute = azuretest.WorkspaceID + "/managedPrivateEndpoints/shop"

// share puts the endpoint into a fake Azure. Its changes are done at once; 412 is told where an If-Match doesn't match.
func share(fake *azuretest.Azure) *sharedEndpoint {
	e := &sharedEndpoint{}
	e.create(targets+"Microsoft.Network/privateLinkServices/shop", "prometheus.shop.contoso.com")
	fake.Handle("GET "+shopRoute, func(w http.ResponseWriter, _ *http.Request) {
		e.mutex.Lock()
		defer e.mutex.Unlock()
		e.answer(w, 200)
	})
	for _, method := range []string{"PUT", "PATCH", "DELETE"} {
		fake.Handle(method+" "+shopRoute, e.change)
	}
	fake.Handle("POST "+azuretest.WorkspaceID+"/refreshManagedPrivateEndpoints", func(w http.ResponseWriter, _ *http.Request) {
		e.arrived()
		e.refresh()
		w.WriteHeader(202)
	})
	return e
}

// arrived lets someone else be faster, once.
func (e *sharedEndpoint) arrived() {
	e.mutex.Lock()
	meanwhile := e.meanwhile
	e.meanwhile = nil
	e.mutex.Unlock()
	if meanwhile != nil {
		meanwhile()
	}
}

func (e *sharedEndpoint) answer(w http.ResponseWriter, status int) {
	if e.now == nil {
		azuretest.Write(w, 404, `{"error":{"code":"ResourceNotFound","message":"It was not found."}}`)
		return
	}
	tags, _ := json.Marshal(e.now.Tags)
	azuretest.Write(w, status, fmt.Sprintf(`{"name":"shop","location":"westeurope","tags":%s,"properties":{"provisioningState":%q,"privateLinkResourceId":%q,`+
		`"requestMessage":%q,"privateLinkServiceUrl":%q,"privateLinkServicePrivateIP":%q,"connectionState":{"status":%q}},"systemData":{"createdAt":%q,"createdBy":"bo@contoso.com"}}`,
		tags, e.now.State, e.now.Target, e.now.Message, e.now.DomainName, e.now.IP, e.now.Connection, e.now.CreatedAt))
}

func (e *sharedEndpoint) change(w http.ResponseWriter, r *http.Request) {
	var body struct {
		Tags       map[string]string
		Properties struct {
			PrivateLinkResourceID, RequestMessage, PrivateLinkServiceURL string
		}
	}
	_ = json.NewDecoder(r.Body).Decode(&body)
	e.arrived()
	if r.Method == http.MethodPut && e.get() == nil {
		e.create(body.Properties.PrivateLinkResourceID, body.Properties.PrivateLinkServiceURL)
		e.update(func(now *storedEndpoint) {
			now.Connection, now.IP, now.Message = "Pending", "", body.Properties.RequestMessage
		})
	}
	e.mutex.Lock()
	defer e.mutex.Unlock()
	switch {
	case r.Method == http.MethodDelete:
		e.now = nil
		w.WriteHeader(202)
		return
	case e.now != nil:
		e.now.Tags = body.Tags
		if r.Method == http.MethodPut {
			e.now.DomainName = body.Properties.PrivateLinkServiceURL
		}
	}
	e.answer(w, 200)
}

// What someone else does.

func (e *sharedEndpoint) create(target, domainName string) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	e.made++
	created := time.Date(2026, 10, e.made, 8, 30, 0, 0, time.UTC).Format(time.RFC3339)
	e.now = &storedEndpoint{CreatedAt: created, State: "Succeeded", Connection: "Approved", Target: target, Message: "Bo asks. " + shopCode,
		DomainName: domainName, IP: fmt.Sprint("10.0.0.", 4+e.made), Tags: map[string]string{"team": "shop"}}
}

// replace deletes it and creates another under its name.
func (e *sharedEndpoint) replace() {
	e.create(targets+"Microsoft.Network/privateLinkServices/other", "other.contoso.com")
}

func (e *sharedEndpoint) remove() {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	e.now = nil
}

func (e *sharedEndpoint) update(change func(*storedEndpoint)) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	if e.now != nil {
		change(e.now)
	}
}

func (e *sharedEndpoint) refresh() {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	e.refreshes++
}

// get returns a copy; nil when there is none.
func (e *sharedEndpoint) get() *storedEndpoint {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	if e.now == nil {
		return nil
	}
	copied := *e.now
	return &copied
}
