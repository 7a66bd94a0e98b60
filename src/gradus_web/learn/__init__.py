"""What is known: answers with their sources, claims, and the exercises."""
