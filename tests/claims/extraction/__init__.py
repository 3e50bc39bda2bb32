"""Tests of claims/extraction."""
