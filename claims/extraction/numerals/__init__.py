"""Numerals: the numbers that digits and number words say, without their units."""
