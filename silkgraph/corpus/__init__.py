"""Reading many documents: several at a time where that pays, and none again that has been read already.

    for answer in read_texts([Text(path) for path in paths], jobs=4):
        …                       # a Reading, or the SilkgraphError why there is none; in the order of the texts

What is read does not depend on how: the same readings come out whatever the number of processes, and whether they
were read just now or remembered from an earlier build.
"""

from silkgraph.corpus.reading import Answer, read_texts
from silkgraph.corpus.remembered import Remembered
from silkgraph.corpus.texts import Text

__all__ = ["Answer", "Remembered", "Text", "read_texts"]
