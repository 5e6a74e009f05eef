"""oxedi's stream: tables of each transaction; only their rows are counted."""

import json
import resource
import sys

import oxedi

claims = 0
with open(sys.argv[1], "rb") as file:
    for batch in oxedi.stream(file.read()):
        claims += len(batch.tables["claims"])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"claims": claims, "peakMB": peak}))
