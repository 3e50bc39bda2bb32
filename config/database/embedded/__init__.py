"""A PostgreSQL of the project's own: started on first need, shared by its processes, stopped after the last.

All but `base` and `client` needs the standard library alone, so that the supervisor starts fast and is small.
"""
