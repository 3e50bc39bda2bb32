"""The web server: gunicorn with threads, in this process or by its own command."""
