"""The content in other languages: keyed texts, each made from an English one, and no rule among them."""
