"""Whose words? What the page said goes, and what it tells becomes metadata."""
