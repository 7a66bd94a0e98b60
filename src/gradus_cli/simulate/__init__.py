"""Virtual people from the terminal: dice, workers, files and words. What happens in a life, the core decides."""
