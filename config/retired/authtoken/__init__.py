"""The tokens that were kept in plain text, until `config.access` replaced them.

Its label is that of `rest_framework.authtoken`, on which a landed migration of the claims depends.
"""
