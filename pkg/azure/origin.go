package azure

import (
	"errors"
	"net/url"
	"strings"
)

// origin is scheme, host and port of a URL in one canonical spelling, such as https://management.azure.com:443.
type origin string

func originOf(u *url.URL) origin {
	port := u.Port()
	if port == "" {
		port = map[string]string{"https": "443", "http": "80"}[strings.ToLower(u.Scheme)]
	}
	return origin(strings.ToLower(u.Scheme) + "://" + strings.ToLower(u.Hostname()) + ":" + port)
}

// parseOrigin reads an https URL of a cloud's service. Neither user, query nor fragment may be in it.
func parseOrigin(text string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(text))
	switch {
	case err != nil:
		return nil, errors.New("it isn't a URL")
	case !strings.EqualFold(u.Scheme, "https"):
		return nil, errors.New("it must start with https://")
	case u.Hostname() == "":
		return nil, errors.New("it has no host")
	case u.User != nil || u.RawQuery != "" || u.Fragment != "":
		return nil, errors.New("it can only contain a scheme, host, port, and path")
	}
	return u, nil
}
