package plugin

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

// BenchmarkList compares the list of 100 endpoints with passing the same bytes on unread.
func BenchmarkList(b *testing.B) {
	fake := azuretest.Start(b)
	s := newSetup(fake)
	app := s.app(b)
	fake.Answer(listRoute, 200, `{"value":[`+strings.Repeat(fullEndpoint+",", 99)+fullEndpoint+`]}`)
	sender := backend.CallResourceResponseSenderFunc(func(answer *backend.CallResourceResponse) error {
		require.Equal(b, 200, answer.Status)
		return nil
	})
	b.Run("route", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			require.NoError(b, app.CallResource(context.Background(), &backend.CallResourceRequest{
				PluginContext: backend.PluginContext{User: adminUser}, Method: http.MethodGet, Path: "endpoints", URL: "endpoints",
			}, sender))
		}
	})
	b.Run("passed on", func(b *testing.B) {
		factory, err := NewFactory(s.limits, s.options)
		require.NoError(b, err)
		authorization := fake.Requests()[0].Header.Get("Authorization")
		b.ReportAllocs()
		for b.Loop() {
			req, err := http.NewRequest(http.MethodGet, fake.Manager.URL+strings.TrimPrefix(listRoute, "GET "), nil)
			require.NoError(b, err)
			req.Header.Set("Authorization", authorization)
			resp, err := factory.HTTP.Do(req)
			require.NoError(b, err)
			body, err := io.ReadAll(resp.Body)
			require.NoError(b, err)
			require.NoError(b, resp.Body.Close())
			require.NoError(b, sender(&backend.CallResourceResponse{Status: resp.StatusCode, Body: body}))
		}
	})
}
