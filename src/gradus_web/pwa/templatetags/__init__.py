"""Words for scripts."""
