"""The parts of the extraction benchmark: accuracy, speed, pathological texts, processes."""
