// Command upstream stands for Resource Manager and Entra in a benchmark: it answers from memory what was recorded
// before, so that the time measured is that of what asks it.
//
// Usage: upstream <answers.json> <ca.pem>. It writes its origin to standard output and the certificate to trust to the
// second file, and ends with its standard input.
package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
)

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: upstream <answers.json> <ca.pem>")
	}
	server := httptest.NewUnstartedServer(nil)
	origin := "https://" + server.Listener.Addr().String()
	handler, err := newHandler(os.Args[1], origin)
	if err != nil {
		log.Fatal(err)
	}
	server.Config.Handler = handler
	// The plugin SDK's client speaks HTTP/1.1 only.
	server.EnableHTTP2 = false
	server.StartTLS()
	defer server.Close()
	if err := writeCertificate(os.Args[2], server.Certificate()); err != nil {
		log.Fatal(err)
	}
	fmt.Println(origin)
	_, _ = io.Copy(io.Discard, os.Stdin)
}

func newHandler(answersFile, origin string) (http.Handler, error) {
	answers, err := readAnswers(answersFile, origin)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{tenant}/v2.0/.well-known/openid-configuration", discovery(origin))
	mux.HandleFunc("POST /{tenant}/oauth2/v2.0/token", token)
	counted := &counter{handler: answers}
	mux.HandleFunc("GET /count", counted.tell)
	mux.Handle("GET /", counted)
	return mux, nil
}
