"""The whole record as one file of JSON lines, out of a database and into another."""
