"""Measures: values as ranges, units and periods, without a database (PURE)."""
