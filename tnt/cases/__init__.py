"""Cases: published figures as tests."""
