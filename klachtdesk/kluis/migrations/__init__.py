"""The alembic environment of the encrypted file."""
