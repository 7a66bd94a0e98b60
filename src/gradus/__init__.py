"""The core of Gradus: it decides. It knows no framework, network, database, clock or dice.

Other programs enter by `gradus.journey`; facts are read and written by `gradus.record`, content by
`gradus.library`.
"""
