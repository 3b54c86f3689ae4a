"""What leaves the site of its policies: the script's file, open data, calendars, feeds."""
