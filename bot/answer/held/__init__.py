"""What is held: series and figures, found by place, role group and period."""
