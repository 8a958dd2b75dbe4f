"""Careers side by side: what is measured of them, who comes out ahead, and what speaks for each. `advice.compare` puts it together."""
