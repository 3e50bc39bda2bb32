"""Numbers that claim nothing: dates, times, ordinals, scores, names, labels, identifiers, pronouns, idioms."""
