"""What `python -m benchmarks.writing` measures."""
