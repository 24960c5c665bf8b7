"""The meeting in progress: plan at the left, the work of the current item in the middle, the hall at the
right.
"""
