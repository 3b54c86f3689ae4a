"""Pictures that travel: share cards, posters and QR codes, drawn from what an entry says."""
