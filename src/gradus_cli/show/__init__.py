"""How answers look in a terminal: calm, plain, and readable without colour."""
