"""Thirteen ways to write a SERVICE call, none of which may open a connection; ``%s`` is an endpoint in brackets."""

FORMS = {
    "plain": "SELECT * { SERVICE %s { ?s ?p ?o } }",
    "silent": "SELECT * { SERVICE SILENT %s { ?s ?p ?o } }",
    "lower case": "select * { service %s { ?s ?p ?o } }",
    "unicode escape": "SELECT * { \\u0053ERVICE %s { ?s ?p ?o } }",
    "exists": "SELECT * { ?a ?b ?c FILTER EXISTS { SERVICE %s { ?s ?p ?o } } }",
    "values": "SELECT * { VALUES ?e { %s } SERVICE ?e { ?s ?p ?o } }",
    "bind": "SELECT * { BIND(%s AS ?e) SERVICE ?e { ?s ?p ?o } }",
    "sub-select": "SELECT * { { SELECT ?s { SERVICE %s { ?s ?p ?o } } } }",
    "no space": "SELECT*{SERVICE%s{?s ?p ?o}}",
    "construct": "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE %s { ?s ?p ?o } }",
    "lateral": "SELECT * { ?a ?b ?c . LATERAL { SERVICE %s { ?s ?p ?o } } }",
    "comment": "SELECT * { SERVICE#x\n%s { ?s ?p ?o } }",
    "ask": "ASK { SERVICE %s { ?s ?p ?o } }",
}
