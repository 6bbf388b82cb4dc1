"""The parts of the dossier page, each a tab or a piece of one."""
