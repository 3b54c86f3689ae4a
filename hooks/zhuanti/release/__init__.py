"""From a built site to its readers: what the machines that hold and serve it are told."""
