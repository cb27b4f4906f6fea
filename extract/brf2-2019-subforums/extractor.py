"""The report on the twelve subforums of 2019: a numbered heading, then two paragraphs, twelve times.

The heading names the subforum before the colon and sums it up after it (1.政策沟通：论坛形成60多项成果); a
bare 论坛 in the paragraphs is that subforum. Two paragraphs before the first heading and a quotation
after the last entry belong to no subforum: they are items by their place (``p3``, ``p4``, ``p41``).
"""

from silkgraph.profile import PROFILES

profile = PROFILES["subforums"]
