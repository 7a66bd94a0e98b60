"""The library room: what the loader reads, refuses and tells."""
