"""PURE: the figures of the office, from one record a dossier that holds no person and no text."""
