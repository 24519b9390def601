# Builds the packaged server when a source is newer than it, and runs what is in the package:
#   app/target/tarn/lib/*.jar     every jar
#   app/target/tarn/classpath     their names, in the order that the start-up archive was made with
#   app/target/tarn/jvm.options   options of the server's JVM
#   app/target/tarn/ui.jar        the web app (tools/ui.sh)
#   app/target/tarn/tarn.jsa      the start-up archive (class data), if it could be made
#   app/target/tarn/tarn-cli.jsa  the same for the command line

TARN_PACKAGE=$TARN_ROOT/app/target/tarn
TARN_STAMP=$TARN_PACKAGE/built
TARN_CLIENT_OPTIONS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m -Djdk.console=java.base"

is_stale() {
    [ -f "$TARN_STAMP" ] || return 0
    # Directories count too: deleting a file touches its directory.
    newer=$(find "$TARN_ROOT/pom.xml" "$TARN_ROOT/platform" "$TARN_ROOT/foundations" "$TARN_ROOT/capabilities" \
        "$TARN_ROOT/app" "$TARN_ROOT/cli" \( -name target -o -name test -o -name '*.md' \) -prune -o \
        \( -name pom.xml -o -path '*/src/main*' \) -newer "$TARN_STAMP" -print 2>/dev/null | head -n 1)
    [ -n "$newer" ]
}

build_if_stale() {
    if [ "${TARN_NO_BUILD:-}" = 1 ] && [ -f "$TARN_STAMP" ] || ! is_stale; then
        return
    fi
    mkdir -p "$TARN_ROOT/build"
    log=$TARN_ROOT/build/build.log
    echo "tarn: building (once; the log is in build/build.log) ..." >&2
    started=$(date +%s)
    build_started=$TARN_ROOT/build/build-started
    : > "$build_started"
    if ! (cd "$TARN_ROOT" && ./mvnw -q -B -ntp -DskipTests -pl app -am package) > "$log" 2>&1; then
        tail -n 40 "$log" >&2
        echo "tarn: the build failed; the whole log is in $log" >&2
        exit 1
    fi
    make_archive
    # The stamp is as old as the start of the build, so that a change made during it counts.
    cp -p "$build_started" "$TARN_STAMP"
    echo "tarn: built in $(($(date +%s) - started)) s" >&2
}

# Classes as the JVM wants them in memory; a start with them takes half the time. Without them everything works, slower.
make_archive() {
    rm -f "$TARN_PACKAGE/tarn.jsa" "$TARN_PACKAGE/tarn-cli.jsa"
    # shellcheck disable=SC2086
    "$JAVA" $TARN_CLIENT_OPTIONS -XX:ArchiveClassesAtExit="$TARN_PACKAGE/tarn-cli.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off \
        -cp "$(class_path)" dev.tarn.cli.TarnCommand catalogs list --help >> "$log" 2>&1 \
        || rm -f "$TARN_PACKAGE/tarn-cli.jsa"
    "$JAVA" "@$TARN_PACKAGE/jvm.options" -XX:ArchiveClassesAtExit="$TARN_PACKAGE/tarn.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off \
        -Dtarn.root="$TARN_ROOT" -cp "$(class_path)" dev.tarn.app.Main warm-up >> "$log" 2>&1 \
        || { rm -f "$TARN_PACKAGE/tarn.jsa"; echo "tarn: no start-up archive was made; starts take longer (see $log)" >&2; }
}

class_path() {
    sed "s|lib/|$TARN_PACKAGE/lib/|g" "$TARN_PACKAGE/classpath"
    printf ':%s' "$TARN_PACKAGE"/lib/tarn-app-*.jar
    # Last, so that the start-up archive, which was made without it, stays valid.
    [ "${TARN_NO_UI:-}" = 1 ] || [ ! -f "$TARN_PACKAGE/ui.jar" ] || printf ':%s' "$TARN_PACKAGE/ui.jar"
}

# The server's JVM; TARN_JAVA_OPTIONS adds to its options, for example -Xmx8g.
run_main() {
    main=$1
    shift
    archive=
    [ -f "$TARN_PACKAGE/tarn.jsa" ] && archive="-XX:SharedArchiveFile=$TARN_PACKAGE/tarn.jsa -Xlog:cds=off -Xlog:cds+dynamic=off"
    # shellcheck disable=SC2086  # options are words
    exec "$JAVA" "@$TARN_PACKAGE/jvm.options" $archive -Xshare:auto -Dtarn.root="$TARN_ROOT" ${TARN_JAVA_OPTIONS:-} \
        -cp "$(class_path)" "$main" "$@"
}

# The command line: a JVM that lives for a second, so it starts small and compiles little. Its console is one only on a terminal, in
# every version of Java, and its texts are UTF-8 wherever no other language is asked for.
run_client() {
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
        C | POSIX) export LC_ALL=C.UTF-8 ;;
    esac
    archive=
    [ -f "$TARN_PACKAGE/tarn-cli.jsa" ] && archive=-XX:SharedArchiveFile=$TARN_PACKAGE/tarn-cli.jsa
    # shellcheck disable=SC2086
    exec "$JAVA" $TARN_CLIENT_OPTIONS $archive -Xlog:cds=off -Xlog:cds+dynamic=off -Xshare:auto ${TARN_CLIENT_JAVA_OPTIONS:-} \
        -cp "$(class_path)" dev.tarn.cli.TarnCommand "$@"
}
