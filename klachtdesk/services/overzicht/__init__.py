"""The figures of a period: what they rest on, their files, and what the office draws from them."""
