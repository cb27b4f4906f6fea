"""Pictures: numbers from a question as the places and sizes of shapes. Templates draw them as SVG, on the server."""
