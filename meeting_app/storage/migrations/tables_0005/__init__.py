"""Tables of revision 0005 that stand beside those of the votes."""
