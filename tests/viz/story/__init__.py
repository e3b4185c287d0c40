"""Tests of `viz.story`."""
