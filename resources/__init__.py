"""What the program reads but does not run. Read it through `klachtdesk.assets`."""
