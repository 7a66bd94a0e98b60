"""Planning: a cleared person's typical week, the best one that obeys every limit, with reasons."""
