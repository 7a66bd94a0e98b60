"""The site, page by page: it works, it refuses, it explains."""
