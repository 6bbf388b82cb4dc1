"""The forms of the catalogue as Qt widgets, and the plain draft objects behind them."""
