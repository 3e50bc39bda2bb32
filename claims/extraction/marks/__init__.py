"""Numbers that claim nothing: dates, ordinals, scores, names, labels, identifiers, pronouns."""
