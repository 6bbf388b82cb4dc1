"""What a reglement says and what follows from it; pure: no clock, no file, no database."""
