"""Which characters? One module a fault."""
