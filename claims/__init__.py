"""Claims: figures, what they assert, and their review."""
