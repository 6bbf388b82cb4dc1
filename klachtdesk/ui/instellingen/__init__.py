"""The parts of the settings page: who does what, what was discussed, the reglement, and persons."""
