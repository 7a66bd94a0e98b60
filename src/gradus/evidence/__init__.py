"""What is known: answers and checked claims, how to find them, and what belongs beside them."""
