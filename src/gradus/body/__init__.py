"""A human body as geometry: where every joint is, from joint angles and contacts. Plain floats, pure."""
