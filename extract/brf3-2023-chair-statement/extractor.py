"""The chair's statement of 2023: paragraphs 一、 to 十二、, some with numbered parts (一), (二).

In 七、 the parts are paragraphs; in 九、 and 十、 they are headings over several; inside 二、 and 八、 the same
numbers only count within a sentence, and make no items. The news site's own words before 一、, headline
included, are item ``0``; its pictures' captions and links are left out. The words are linked with
``[[zh:…]]``, which often cuts a word in two (各[[zh:国金]]融机构), and keep traces of traditional script.
"""

from dataclasses import replace

from silkgraph.profile import PROFILES
from silkgraph.read.layout import LAYOUTS

profile = replace(PROFILES["statement"], layout=replace(LAYOUTS["statement"], opening="zero"))
