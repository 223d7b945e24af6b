"""One rule, one small function; one file a topic."""
