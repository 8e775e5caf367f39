"""What did the saving break? One module a fault."""
