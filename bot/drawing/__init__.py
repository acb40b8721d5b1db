"""Charts as pictures, drawn by Matplotlib: for a page as SVG, for Slack as PNG.

What is drawn is Slack's own block, `data_visualization`; here it may have more points than Slack
draws. Nothing of Matplotlib is imported before the first picture, which takes half a second.
"""

from bot.drawing.charts import Chart, png_of, svg_of

__all__ = ["Chart", "png_of", "svg_of"]
