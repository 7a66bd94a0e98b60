"""What a person goes through: screen, plan, today, review. The only doorway into the core."""
