"""Every sentence tnt says, held against the figures of the same run."""
