"""What stands around a claim: its period, the change it reports, its modality and its scope."""
