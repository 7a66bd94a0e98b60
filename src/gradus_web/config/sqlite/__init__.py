"""SQLite with one queue for all writers."""
