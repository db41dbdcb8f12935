"""What hostile packs, tables and machines may try; SECURITY.md says what each can and cannot do."""
