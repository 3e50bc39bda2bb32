"""Reads the unit of a number: behind it, before it, as a rate, in brackets, glued or with a hyphen."""
