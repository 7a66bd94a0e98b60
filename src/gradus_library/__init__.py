"""The content of Gradus: TOML files, one thing a file. No logic lives here; clinicians do."""
