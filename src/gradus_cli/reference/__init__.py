"""The reference: the whole library as Markdown pages, made and never written by hand."""
