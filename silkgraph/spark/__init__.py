"""The same reading as a Spark job, for corpora that one machine does not hold (extra ``spark``).

    with context({"spark.master": "yarn"}) as spark:
        told = extract_on(spark, ["hdfs:///archive"], "hdfs:///graph", like=None)

The driver only lists what there is. Executors get whole documents, read them with the reader that ``silkgraph extract``
reads with, and write N-Quads; what they write does not depend on how many they are, nor on which of them die.
"""

from silkgraph.spark.job import context, extract_on
from silkgraph.spark.reading import Told

__all__ = ["Told", "context", "extract_on"]
