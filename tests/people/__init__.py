"""Proxies, walking in, presence and the quorum, over real records."""
