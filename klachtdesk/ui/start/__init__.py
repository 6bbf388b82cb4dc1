"""What comes before the main window: making a kluis, and opening one."""
