"""Finding mentions in text: names, brackets, words."""
