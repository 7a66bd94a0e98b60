"""Accounts, and the one door from an account to its record."""
