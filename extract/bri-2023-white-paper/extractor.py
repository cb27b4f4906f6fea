"""The white paper of 2023: a preface (``0``), chapters 一、 to 五、 with sections （一）, a closing word, six boxes.

The depth of the Markdown headings means nothing, so the numbers alone say what stands under what. Pages
of the printed paper break lines inside sentences, and the table of contents repeats the headings. A box
(专栏 1, item ``box.1``) stands in the middle of a section, which goes on after it without a heading: its next
paragraph is known by the short sentence it begins with (海上互联互通水平不断提升。).
"""

from silkgraph.profile import PROFILES

profile = PROFILES["white-paper"]
