"""Tests of claims/measures."""
