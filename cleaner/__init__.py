"""Text that was scraped, given back as it was written."""
