"""What editors run beside the build: scaffolds, mends, schemas."""
