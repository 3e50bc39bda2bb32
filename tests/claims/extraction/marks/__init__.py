"""Tests of claims/extraction/attribution."""
