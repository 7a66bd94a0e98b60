"""Words for the pages of what is known."""
