"""The benchmark: `papers build` beside a straightforward docxtpl script, as whole processes, over plans of any size."""
