"""Published standards: printing one again as text, checking a catalogue file, its JSON form."""
