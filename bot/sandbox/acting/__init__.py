"""What people do in a workspace: write, press, choose, fill in."""
