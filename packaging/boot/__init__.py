"""What `packaging/bootstrap.py` does, in parts; standard library only."""
