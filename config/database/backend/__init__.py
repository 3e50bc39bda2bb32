"""Django's PostgreSQL backend with clear refusals: the engine for a server named by DATABASE_URL."""
