"""A person's pages: the screen, the plan, the day, the session, the way they have come."""
