"""The pages: what a person sees of the graph in a browser, in English and Chinese, with and without JavaScript.

One way, like everything here: questions (``queries/*.rq``) are asked of the graph, their rows become the content of a
page (one module a kind of page), and a template writes the content as HTML. Nothing here knows of HTTP;
``silkgraph.serve`` hands in a way to ask and sends what comes out.
"""
