package main

import (
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"net/http"
	"os"
)

// discovery answers what MSAL asks for before its first token.
func discovery(origin string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		base := origin + "/" + r.PathValue("tenant")
		writeJSON(w, map[string]any{
			"issuer":                 base + "/v2.0",
			"authorization_endpoint": base + "/oauth2/v2.0/authorize",
			"token_endpoint":         base + "/oauth2/v2.0/token",
		})
	}
}

func token(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, map[string]any{"token_type": "Bearer", "expires_in": 86_400, "access_token": "benchmark"})
}

func writeJSON(w http.ResponseWriter, answer any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(answer)
}

func writeCertificate(file string, certificate *x509.Certificate) error {
	return os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: certificate.Raw}), 0o644)
}
