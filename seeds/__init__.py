"""The packaged register of who exists where and when, and the sample documents."""
