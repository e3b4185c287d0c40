"""Answers to what a person sees: maps, pages, terminal."""
