// Package conformance checks the Azure stand-in with Microsoft's own SDK for Go.
package conformance

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/arm"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/cloud"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
)

// The demonstration's names, as dev/azure/demo.ts has them.
const (
	tenantID       = "7e1f0c62-5d0a-4b7e-9a53-0c4d7a1b2e90"
	clientID       = "3b0d5c1e-8f7a-4c56-b1d2-6a9e4f0c7d18"
	strangerID     = "c9f2b8a6-7d14-4e03-b5a1-8d60e3f4729c"
	clientSecret   = "stand-in-demo-secret"
	subscriptionID = "5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25"
	resourceGroup  = "observability"
	mainWorkspace  = "contoso-grafana"
	largeWorkspace = "contoso-large"
)

// standIn is what the stand-in says about itself when it has started.
type standIn struct {
	URLs struct {
		ResourceManager string `json:"resourceManager"`
		Entra           string `json:"entra"`
		Control         string `json:"control"`
	} `json:"urls"`
	CAFile string `json:"caFile"`
	SignIn struct {
		CertificateFile    string `json:"certificateFile"`
		PrivateKeyFile     string `json:"privateKeyFile"`
		FederatedTokenFile string `json:"federatedTokenFile"`
		ManagedIdentity    struct {
			Endpoint string `json:"IDENTITY_ENDPOINT"`
			Header   string `json:"IDENTITY_HEADER"`
		} `json:"managedIdentity"`
	} `json:"signIn"`
}

var azure standIn

// TestMain uses the stand-in whose facts (the JSON line it prints) stand in AZURE_STANDIN_FACTS, or starts one.
func TestMain(m *testing.M) {
	stop, err := startStandIn()
	if err != nil {
		fmt.Fprintln(os.Stderr, "the Azure stand-in did not start:", err)
		os.Exit(1)
	}
	code := m.Run()
	stop()
	os.Exit(code)
}

func startStandIn() (func(), error) {
	if facts := os.Getenv("AZURE_STANDIN_FACTS"); facts != "" {
		return func() {}, json.Unmarshal([]byte(facts), &azure)
	}
	directory, err := os.MkdirTemp("", "azure-")
	if err != nil {
		return nil, err
	}
	root, err := filepath.Abs("../../..")
	if err != nil {
		return nil, err
	}
	command := exec.Command("node", "--import", "tsx", "dev/azure/main.ts")
	command.Dir = root
	command.Env = append(os.Environ(), "AZURE_STANDIN_DIRECTORY="+directory)
	command.Stderr = os.Stderr
	output, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	stop := func() {
		_ = command.Process.Signal(os.Interrupt)
		_ = command.Wait()
		_ = os.RemoveAll(directory)
	}
	line, err := bufio.NewReader(output).ReadBytes('\n')
	if err != nil {
		stop()
		return nil, err
	}
	return stop, json.Unmarshal(line, &azure)
}

// noteSources reads the stand-in's files, so that Go's test cache knows that the outcome hangs on them. The cache sees
// only what is read while a test runs.
var noteSources = sync.OnceValue(func() error {
	return filepath.WalkDir("..", func(path string, entry os.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".ts" {
			_, err = os.ReadFile(path)
		}
		return err
	})
})

// transport trusts the stand-in's authority and nobody else.
func transport(t *testing.T) *http.Client {
	t.Helper()
	pem, err := os.ReadFile(azure.CAFile)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(pem)
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}}}
}

func options(t *testing.T) policy.ClientOptions {
	return policy.ClientOptions{
		Transport: transport(t),
		Retry:     policy.RetryOptions{MaxRetries: -1},
		Cloud: cloud.Configuration{
			ActiveDirectoryAuthorityHost: azure.URLs.Entra,
			Services: map[cloud.ServiceName]cloud.ServiceConfiguration{
				cloud.ResourceManager: {Endpoint: azure.URLs.ResourceManager, Audience: azure.URLs.ResourceManager},
			},
		},
	}
}

func armOptions(t *testing.T) *arm.ClientOptions {
	return &arm.ClientOptions{ClientOptions: options(t), DisableRPRegistration: true}
}

func credential(t *testing.T, client string) azcore.TokenCredential {
	t.Helper()
	credential, err := azidentity.NewClientSecretCredential(tenantID, client, clientSecret,
		&azidentity.ClientSecretCredentialOptions{ClientOptions: options(t), DisableInstanceDiscovery: true})
	if err != nil {
		t.Fatal(err)
	}
	return credential
}

// control calls a control route of the stand-in; body and answer may be nil.
func control(t *testing.T, method, path string, body, answer any) {
	t.Helper()
	content, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), method, azure.URLs.Control+path, bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode >= 300 {
		t.Fatalf("%s %s: %d %s %v", method, path, response.StatusCode, text, err)
	}
	if answer != nil {
		if err := json.Unmarshal(text, answer); err != nil {
			t.Fatal(err)
		}
	}
}

func reset(t *testing.T) {
	t.Helper()
	if err := noteSources(); err != nil {
		t.Fatal(err)
	}
	control(t, http.MethodPost, "/reset", nil, nil)
}

func deadline(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	return ctx
}
