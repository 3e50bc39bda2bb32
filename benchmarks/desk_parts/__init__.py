"""The cases of `benchmarks.desk`."""
