"""The tables that revision 0007 makes, by subject."""
