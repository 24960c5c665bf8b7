"""One module per subject; each function marked as a measurement answers figures."""
