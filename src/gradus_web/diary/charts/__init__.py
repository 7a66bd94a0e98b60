"""Charts as they are drawn. What they show comes from the core; here are places and shapes alone."""
