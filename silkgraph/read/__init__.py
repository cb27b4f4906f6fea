"""From a source file to its text, what is known about it, and its items."""
