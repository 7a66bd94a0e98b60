"""Results, mornings and sessions to what they say: changes with their error, baselines, means."""
