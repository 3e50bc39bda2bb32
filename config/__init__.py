"""The wiring: settings, database, the API router, URLs. Nobody imports it."""
