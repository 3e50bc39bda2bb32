"""The version of the rules: two texts read under one version were read alike."""

VERSION = "1.19"
"""Raised with every change of the rules; a test holds it against a digest of them."""
