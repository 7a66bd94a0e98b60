"""What reminds somebody: a calendar that follows the plan, and mail at an hour of their own."""
