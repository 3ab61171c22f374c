"""A trainer as a user writes it, in a process of its own: python python-trainer.py RUN STEPS SECONDS [FROM]

Logs STEPS steps, one every SECONDS, and writes what it took of the training thread. With FROM it goes on from a checkpoint at that step.
"""

import json
import math
import sys
import time

import taper

run_id, steps, pause, start = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else 0
run = taper.run(run_id, total_steps=steps, optimizer="SGD", resume_from=start or None)
longest = 0.0
print("training", flush=True)
for step in range(start, steps):
    begun = time.perf_counter()
    run.log(step, l2=1 + math.sin(step), l1=math.nan if step % 97 == 0 else step)
    longest = max(longest, time.perf_counter() - begun)
    time.sleep(pause)
print(json.dumps({"longest": longest, "stored": run.flush(60)}), flush=True)
