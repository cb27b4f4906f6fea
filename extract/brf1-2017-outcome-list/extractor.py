"""The outcome list of 2017: five sections, one a connectivity, with 76 numbered entries.

Sections are 一、 to 五、, and name their connectivity at the end of the heading (…，密切政策沟通). The
entries （一）, （二）, … begin anew in each section, are whole sentences and one paragraph long. The
paragraph before the first section tells what the list is, not an outcome: it is no item, but the
numbers in it (270多项具体成果) are read.
"""

from dataclasses import replace

from silkgraph.profile import PROFILES
from silkgraph.read.layout import LAYOUTS

profile = replace(PROFILES["sectioned-list"], layout=replace(LAYOUTS["sectioned-list"], opening="none"), preamble=True)
