"""Words for templates of accounts."""
