"""The database: a server named by DATABASE_URL, or one that the project starts and stops itself."""
