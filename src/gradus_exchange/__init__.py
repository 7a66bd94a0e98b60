"""What other programs read: the answers of the journeys as plain tables. It decides nothing."""
