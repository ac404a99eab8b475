// Package receipt seals what has to come back unchanged from a browser: how one change of a data source is undone.
package receipt

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"strconv"
	"time"
)

// Lifetime is how long a change can be undone.
const Lifetime = 30 * 24 * time.Hour

// Scope is what a receipt is good for. Elsewhere it can't be opened.
type Scope struct {
	Org                int64
	Workspace, Subject string
}

// Change is what undoing needs to know.
type Change struct {
	Field  string `json:"f"`
	Before string `json:"b"`
	After  string `json:"a"`
	// Version is the data source's version after the change.
	Version int64 `json:"v"`
	// WorkspaceCreated is when the workspace was created: another can get its name.
	WorkspaceCreated string `json:"w,omitzero"`
	// At is seconds since 1970.
	At int64 `json:"t"`
}

// Sealer seals with one key.
type Sealer struct{ gcm cipher.AEAD }

// NewSealer derives the key from secrets that every Grafana server has after every restart. The key differs from the
// secrets and doesn't lead back to them.
func NewSealer(secrets ...string) (*Sealer, error) {
	hash := sha256.New()
	for _, secret := range secrets {
		hash.Write([]byte(strconv.Itoa(len(secret)) + ":" + secret))
	}
	key, err := hkdf.Key(sha256.New, hash.Sum(nil), nil, "azure-privateendpoints-app receipt 1", 32)
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	gcm, err := cipher.NewGCMWithRandomNonce(block)
	return &Sealer{gcm}, err
}

// Seal encrypts a change: an address may hold a password.
func (s *Sealer) Seal(scope Scope, change Change) (string, error) {
	text, err := json.Marshal(change)
	if err != nil {
		return "", err
	}
	// #nosec G407 -- this cipher makes a random nonce itself, and takes none.
	return base64.RawURLEncoding.EncodeToString(s.gcm.Seal(nil, nil, text, scope.bytes())), nil
}

// maxReceipt bounds what is opened, in bytes: two addresses and a little.
const maxReceipt = 16 << 10

// ErrInvalid is a receipt that wasn't sealed here, or for something else.
var ErrInvalid = errors.New("this receipt wasn't sealed with this key for this scope")

// Open returns the change that was sealed, or ErrInvalid.
func (s *Sealer) Open(scope Scope, sealed string) (Change, error) {
	raw, err := base64.RawURLEncoding.DecodeString(sealed)
	if err != nil || len(sealed) > maxReceipt {
		return Change{}, ErrInvalid
	}
	text, err := s.gcm.Open(nil, nil, raw, scope.bytes())
	if err != nil {
		return Change{}, ErrInvalid
	}
	var change Change
	if err := json.Unmarshal(text, &change); err != nil {
		return Change{}, ErrInvalid
	}
	return change, nil
}

func (s Scope) bytes() []byte {
	// JSON keeps the three apart whatever they hold.
	text, _ := json.Marshal(s)
	return text
}
