"""Studies run again many times on virtual people: how often a result comes out, and how large its effects
would have to be. Everything is asked of many runs at once; dice come in."""
