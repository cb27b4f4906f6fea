"""Talking to servers elsewhere: SPARQL endpoints that are asked, graph stores that are loaded.

credentials   who we are: basic, digest, or a token
http          one request and its answer, with bounds on time and size, and what goes wrong in words
retries       how often something is tried again, and how long to wait between
endpoint      a SPARQL 1.1 endpoint, asked as the built graph is asked
"""
