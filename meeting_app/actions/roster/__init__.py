"""Reading and writing lists of residents: sheets into cells, cells into values, values against the roster."""
