"""The same actions as the pages, for programs."""
