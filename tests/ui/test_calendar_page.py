"""The calendar, with a mouse and with the keyboard alone."""


