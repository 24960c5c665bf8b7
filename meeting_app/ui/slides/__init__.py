"""Painters of the projector's pages, used by the projector and by every preview."""
