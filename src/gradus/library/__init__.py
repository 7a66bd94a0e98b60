"""The library: types of content and the loader. The only importer of pydantic, TOML and `gradus_library`."""
