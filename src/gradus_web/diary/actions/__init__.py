"""All writes of a person's pages. Each is one transaction."""
