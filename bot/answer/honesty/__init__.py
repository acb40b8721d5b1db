"""What keeps figures honest: like for like, caveats, what one person is worth."""
