#!/bin/sh
# ./tarn check: the format, the compiler's checks, unit and API tests: what to run before each commit, in under five minutes.
# ./tarn test:  everything: check, Spark's tests, architecture rules, the packaged server, official clients on SQLite and PostgreSQL,
#               the web app's parts, and its pages in Chromium.
# ./tarn journeys: the last of these alone.
# The last line is a summary: N passed, N failed. Options after the command are given to Maven.
set -eu

what=$1
shift
. "$TARN_ROOT/tools/java.sh"
. "$TARN_ROOT/tools/build.sh"
. "$TARN_ROOT/tools/python.sh"
. "$TARN_ROOT/tools/postgres.sh"
. "$TARN_ROOT/tools/ui.sh"
find_java
cd "$TARN_ROOT"
mkdir -p build

trap 'stop_postgres' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

started=$(date +%s)
status=0
say() {
    echo "== $* ($(($(date +%s) - started)) s)"
}

# Reports of an earlier run, or of a test that was deleted since, are not this run's.
find . \( -name .git -o -name node_modules \) -prune -o -type d -name surefire-reports -print | xargs -r rm -rf
rm -f build/conformance-*.xml build/ui-*.xml

case $what in
    check)
        say "format, compile, unit and API tests"
        ./mvnw -B -ntp -fae "$@" spotless:check test -Dsurefire.excludesFile="$TARN_ROOT/tools/slow-tests.txt" \
            -Dsurefire.failIfNoSpecifiedTests=false || status=$?
        say "the web app: rules, types, parts"
        test_ui || status=$?
        ;;
    test)
        say "PostgreSQL"
        start_postgres
        say "format, compile, every JUnit test, the package"
        build_started=build/build-started
        : > "$build_started"
        ./mvnw -B -ntp -fae "$@" spotless:check verify || status=$?
        if [ -f "$TARN_PACKAGE/classpath" ] && [ "$status" = 0 ]; then
            log=build/build.log
            make_archive
            cp -p "$build_started" "$TARN_STAMP"
        fi
        say "official clients against the packaged server"
        python_environment conformance/mlflow/requirements.txt
        python_environment conformance/mlflow2/requirements.txt
        python_environment conformance/requirements.txt
        TARN_JAVA=$JAVA "$TARN_PYTHON" conformance/run.py || status=$?
        say "the web app: rules, types, parts"
        # Built first: one test weighs what a browser loads.
        build_ui_if_stale
        test_ui || status=$?
        say "the web app in a browser, against the packaged server"
        journey_ui || status=$?
        ;;
    journeys)
        say "the web app in a browser, against the packaged server"
        journey_ui || status=$?
        ;;
esac

say "done"
python_for_summary=${TARN_PYTHON:-$(command -v python3 || true)}
if [ -n "$python_for_summary" ]; then
    "$python_for_summary" tools/summary.py || status=1
fi
exit "$status"
