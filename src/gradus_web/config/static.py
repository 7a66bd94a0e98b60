"""How files that never change by themselves are named: by their content, in imports of scripts too."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Static(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """A script that imports another names it by its content, so that no browser mixes versions."""

    support_js_module_import_aggregation = True
