# The verbs of ./dev. No other file knows a tool's flags.

export PATH := justfile_directory() / ".venv/bin:" + env("PATH")

# list the verbs
default:
    @just --list --unsorted

# the site on this computer, with an invented example person to look around as; --phone serves your phone too
run *args:
    @GRADUS_SITE_DATA="${GRADUS_SITE_DATA:-{{ justfile_directory() }}/.site}" gradus-site demo {{ args }}

# an example person lives 16 weeks in the terminal
demo *args:
    @gradus demo {{ args }}

# the tests, worked examples first; those in a real browser have their own verb
test *args:
    @pytest --ignore=tests/browser {{ args }}

# the properties over many lives and many more cases; an hour, never in CI
test-long *args:
    GRADUS_LIVES=60 GRADUS_TIMES=20 GRADUS_SLOW=1 pytest tests/property tests/web/test_api_course.py tests/web/test_sync.py tests/web/test_killed.py --hypothesis-profile=long {{ args }}

# mutation testing of one room: screening, progression or mornings; long, never in CI
mutate room *drawn:
    python -m tests.mutate {{ room }} {{ drawn }}

# what starts many programs: two phones over a bad network, 300 times; a killed server; many who write at once;
# workers and a cluster
slow:
    GRADUS_SLOW=1 pytest tests/web/test_sync.py tests/web/test_killed.py tests/web/test_on_disk.py tests/unit/simulation/test_workers.py

# everything that must hold before a change lands; the tests come last
check: style types walls generated slow test

# style only
style:
    ruff format --check .
    ruff check .

# types only
types:
    mypy

# walls only: who may import whom
walls:
    lint-imports

# generated files must be as the code would make them
generated: generate
    git diff --exit-code -- schemas src/gradus_library/checked.txt docs/movement/exercises.svg src/gradus_web/static/app
    @! git ls-files --others --exclude-standard -- schemas | grep .

# mend what a tool can mend
fix:
    ruff check --fix .
    ruff format .

# make the generated files again
generate:
    python -m tests.generate

# bring the languages up to date: catalogues of the interface, and what words of the content were made from; files named were looked at again
languages *files:
    python -m tests.languages {{ files }}

# what is timed, with the spread
bench *args:
    python -m benchmarks {{ args }}

# make the golden files again (read the difference before you commit it)
golden:
    GRADUS_GOLDEN=write pytest tests/golden tests/house/test_readme.py

# the reference made from the content, then the site of all documentation in site/
docs:
    gradus library pages docs/reference
    mkdocs build --quiet --strict

# the site in a real Chromium (Debian's, or GRADUS_CHROMIUM); brings what drives it
browser *args: _browser
    pytest -n 0 tests/browser {{ args }}

# the API fuzzed from its own document, 1,000 cases an operation (GRADUS_CASES says others); brings what does it
api-fuzz *operations:
    @uv pip install --quiet --require-hashes -r requirements/fuzz.txt
    python -m tests.fuzz {{ operations }}

# every page at phone and desktop width in each theme, into .shots/; words choose pages by their names
shots *args: _browser
    python -m tests.browser.shots {{ args }}

# the pictures of the example person's pages that a phone shows before the site is put on its home screen
app-shots: _browser
    python -m tests.browser.app_shots

_browser:
    @uv pip install --quiet --require-hashes -r requirements/browser.txt

# pins with hashes and no addresses
pin:
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate requirements/browser.in -o requirements/browser.txt
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --extra dev --extra simulate --extra site pyproject.toml -o requirements/dev.txt
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate requirements/fuzz.in -o requirements/fuzz.txt
