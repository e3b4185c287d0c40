"""Codes into words: what the other rooms return as codes and values, said in the language now spoken."""
