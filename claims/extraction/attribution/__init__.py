"""Who said it: reporting verbs, names and the speaker a later "he" or "the chief" stands for."""
