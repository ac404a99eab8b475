package plugin

// getConnection answers a follow.Target: what the endpoint's target says about it. That a target can't be read is common,
// since it belongs to someone else, and no failure of the request.
func getConnection(c *call) (any, error) {
	endpoint, err := c.client.Endpoint(c.ctx, c.id, c.path["name"])
	if err != nil {
		return nil, err
	}
	return c.followed().Target(c.ctx, endpoint), nil
}
