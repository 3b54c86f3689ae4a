"""What other people's judges say of the built site: one module a judge, the page kinds, the server, the report."""
