"""Writing graphs out: RDF syntaxes with prefixes and in stable order, and tables."""
