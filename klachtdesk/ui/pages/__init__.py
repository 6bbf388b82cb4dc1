"""What the side bar opens, one module a page."""
