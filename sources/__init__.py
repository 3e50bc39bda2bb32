"""Sources: texts exactly as they were read, cut into sentences."""
