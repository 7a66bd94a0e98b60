"""The site: it remembers what people say and shows what the core decides. It decides nothing itself."""
