"""What people change in the Word documents they were given, and carrying it over to new ones."""
