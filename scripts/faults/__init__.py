"""What a publish survives, tried on real servers: ``scripts/run_faults.py``."""
