"""Version 1 of the API: its addresses, and what every resource has in common."""
