"""What the API's reads are measured beside, and how."""
