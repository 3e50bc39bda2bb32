"""The review desk: one claim after the other, in its text, decided with one key."""
