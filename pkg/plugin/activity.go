package plugin

import "time"

// getActivity answers {changes, since, complete}, see azure.Activity: the last 90 days.
func getActivity(c *call) (any, error) {
	return c.client.Activity(c.ctx, c.id, time.Time{})
}
