"""The list of multilateral documents of 2023: five sections, 89 entries numbered straight through.

Most entries are no sentences but the name of a document, body or conference; who issued it stands in
brackets behind it (…倡议（“一带一路”能源合作伙伴关系论坛发布）). The fifth section lists conferences to come,
which only its heading says (于2023至2024年举办的国际会议).
"""

from dataclasses import replace

from silkgraph.profile import PROFILES
from silkgraph.read.layout import LAYOUTS

profile = replace(PROFILES["straight-list"], layout=replace(LAYOUTS["straight-list"], opening="none"))
