"""YAML as a tree in which every key and value has its place."""
