// Command proxyplugin is the least that a backend plugin can do to reach an API with a token: it passes each resource
// call on as it is. UPSTREAM names the API's origin.
package main

import (
	"context"
	"log"
	"net/http/httputil"
	"net/url"
	"os"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/app"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
	"github.com/grafana/grafana-plugin-sdk-go/backend/instancemgmt"
	"github.com/grafana/grafana-plugin-sdk-go/backend/resource/httpadapter"
)

type instance struct{ backend.CallResourceHandler }

func main() {
	upstream, err := url.Parse(os.Getenv("UPSTREAM"))
	if err != nil {
		log.Fatal(err)
	}
	proxy := &httputil.ReverseProxy{
		Transport: httpclient.NewHTTPTransport(),
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(upstream)
			r.Out.Header.Set("Authorization", "Bearer benchmark")
		},
	}
	made := instance{httpadapter.New(proxy)}
	newInstance := func(context.Context, backend.AppInstanceSettings) (instancemgmt.Instance, error) { return made, nil }
	if err := app.Manage("benchmark-proxy-app", newInstance, app.ManageOpts{}); err != nil {
		log.Fatal(err)
	}
}
