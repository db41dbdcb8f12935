"""What a guideline is begun with: starter files, and the schema editors read."""
