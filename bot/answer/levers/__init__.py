"""What it would take: how converting, recruiting and ending assignments move a rate."""
