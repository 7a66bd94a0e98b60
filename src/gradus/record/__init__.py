"""The record: kinds of facts, their codec, and the fold to a history."""
