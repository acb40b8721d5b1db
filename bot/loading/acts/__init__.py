"""What an administrator does besides loading files; each leaves a line in the audit log."""
