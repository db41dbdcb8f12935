"""What commands share: options, streams, progress, exit codes. The list of commands is `tnt/main.py`."""
