"""Virtual people from the terminal: dice, workers, files and words. What a life holds, the core decides."""
