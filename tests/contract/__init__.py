"""The API held against its own schema."""
