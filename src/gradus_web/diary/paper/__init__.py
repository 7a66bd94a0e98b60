"""Pages to be printed or handed over, as PDF. Typst sets them; what stands on them is what the pages say."""
