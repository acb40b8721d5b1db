"""What a load would change, and what somebody should look at before it does."""
