# Builds the web app when a source is newer than it: app/target/tarn/ui.jar, which the server's class path ends with. It needs
# Node.js; --no-ui (TARN_NO_UI=1) leaves it out and runs everything else.

TARN_UI_JAR=$TARN_ROOT/app/target/tarn/ui.jar
NODE_LEAST=20.19

find_node() {
    NODE=$(command -v node || true)
    [ -n "$NODE" ] && command -v npm > /dev/null || no_node "There is no node and npm on the PATH."
    "$NODE" -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' \
        || no_node "$NODE is version $("$NODE" --version)."
}

no_node() {
    cat >&2 <<TEXT
tarn: $1
The web app is built with Node.js $NODE_LEAST or newer. Install it (https://nodejs.org, or your package manager), or add --no-ui:
everything but the web app then works.
TEXT
    exit 1
}

build_ui_if_stale() {
    [ "${TARN_NO_UI:-}" = 1 ] && return
    [ "${TARN_NO_BUILD:-}" = 1 ] && return
    ui_is_stale || return 0
    find_node
    ui_log=$TARN_ROOT/build/ui.log
    mkdir -p "$TARN_ROOT/build"
    echo "tarn: building the web app (once; the log is in build/ui.log) ..." >&2
    ui_started=$TARN_ROOT/build/ui-started
    : > "$ui_started"
    if ! { install_ui_packages && npm run --prefix "$TARN_ROOT/ui" build && pack_ui; } > "$ui_log" 2>&1; then
        tail -n 40 "$ui_log" >&2
        echo "tarn: the web app could not be built; the whole log is in $ui_log. --no-ui runs everything else." >&2
        exit 1
    fi
    touch -r "$ui_started" "$TARN_UI_JAR"
}

ui_is_stale() {
    [ -f "$TARN_UI_JAR" ] || return 0
    newer=$(find "$TARN_ROOT/ui" \( -name node_modules -o -name target -o -name '*.md' -o -name '*.test.*' -o -name journeys \) -prune \
        -o -newer "$TARN_UI_JAR" -print 2> /dev/null | head -n 1)
    [ -n "$newer" ]
}

# Exactly what the lock file names, again only when it changes. TARN_NPM_REGISTRY names another registry.
install_ui_packages() {
    installed=$TARN_ROOT/ui/node_modules/.installed
    cmp -s "$TARN_ROOT/ui/package-lock.json" "$installed" && return
    npm ci --prefix "$TARN_ROOT/ui" --no-audit --no-fund ${TARN_NPM_REGISTRY:+--registry "$TARN_NPM_REGISTRY"} \
        && cp "$TARN_ROOT/ui/package-lock.json" "$installed"
}

# A jar, not a directory: the start-up archive of classes allows only jars on the class path.
pack_ui() {
    mkdir -p "$(dirname "$TARN_UI_JAR")"
    "$JAVA" --module jdk.jartool/sun.tools.jar.Main --create --file "$TARN_UI_JAR.new" -C "$TARN_ROOT/ui/target/site" ui \
        && mv "$TARN_UI_JAR.new" "$TARN_UI_JAR"
}

# The web app's lint, types and Vitest; --no-ui leaves them out.
test_ui() {
    [ "${TARN_NO_UI:-}" = 1 ] && return
    find_node
    mkdir -p "$TARN_ROOT/build"
    install_ui_packages > "$TARN_ROOT/build/ui.log" 2>&1 || { tail -n 20 "$TARN_ROOT/build/ui.log" >&2; return 1; }
    (cd "$TARN_ROOT/ui" && npm run --silent lint && npx tsc --noEmit \
        && npx vitest run --reporter=default --reporter=junit --outputFile.junit="$TARN_ROOT/build/ui-parts.xml")
}

# Journeys in Debian's Chromium; their screenshots are in ui/target/screenshots.
journey_ui() {
    [ "${TARN_NO_UI:-}" = 1 ] && return
    build_ui_if_stale
    if [ -z "${TARN_CHROMIUM:-}" ] && ! command -v chromium > /dev/null && ! command -v chromium-browser > /dev/null \
        && ! command -v google-chrome > /dev/null; then
        # Texts that the web app brings no font for need one of the machine.
        install_packages chromium fonts-dejavu-core
    fi
    (cd "$TARN_ROOT/ui" && TARN_JOURNEY_REPORT=$TARN_ROOT/build/ui-journeys.xml node journeys/run.js)
}
