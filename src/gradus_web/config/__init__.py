"""How the site is set up: settings, security, the database, and the checks at the start."""
