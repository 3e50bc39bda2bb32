"""The record for other programs: many claims as a stream, one claim in the field's standards."""
