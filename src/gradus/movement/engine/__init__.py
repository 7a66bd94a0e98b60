"""Watching a movement: one moment in, one state out. Standard library only, so that it can run on a phone."""
