"""An example person lives 16 weeks, by the same journeys as anybody."""
