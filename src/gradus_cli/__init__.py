"""The command `gradus`: the journeys of a person from a terminal, files in, files out. It decides nothing."""
