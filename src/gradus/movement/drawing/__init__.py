"""The picture of a movement: a camera, a figure, props, and how they become SVG."""
