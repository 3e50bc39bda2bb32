"""What the API shows, one file for each sort of rows."""
