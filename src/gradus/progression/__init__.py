"""Progression: the next dose of every exercise, from what was prescribed, what was done and how it was borne.

Nothing is kept between calls: every dose is derived from the record. In doubt a dose stays or falls.
"""
