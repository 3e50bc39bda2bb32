"""A made-up record of any size, for benchmarks that ask what size costs."""
