"""What the program reads but does not run: reglementen, letters, fonts and icons. Read it through `klachtdesk.assets`."""
