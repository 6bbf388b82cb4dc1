"""The stored records, typed and thin."""
