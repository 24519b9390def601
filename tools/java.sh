# Sets JAVA to a java of version 17 or newer, with a compiler beside it: JAVA_HOME first, then PATH.

find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        JAVA=$JAVA_HOME/bin/java
        [ -x "$JAVA" ] || no_java "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it."
    else
        JAVA=$(command -v java || true)
        [ -n "$JAVA" ] || no_java "There is no java on the PATH, and JAVA_HOME is not set."
    fi
    # Starting Java to ask for its version costs 0.1 s, so the answer is kept for as long as the binary does not change.
    java_seen=$TARN_ROOT/build/java-seen
    if [ -f "$java_seen" ] && [ "$(cat "$java_seen")" = "$JAVA" ] && [ ! "$JAVA" -nt "$java_seen" ]; then
        return
    fi
    java_settings=$("$JAVA" -XshowSettings:properties -version 2>&1) || no_java "$JAVA does not run."
    java_version=$(printf '%s\n' "$java_settings" | sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p')
    [ "${java_version:-1}" -ge 17 ] || no_java "$JAVA is version ${java_version:-unknown}."
    java_home=$(printf '%s\n' "$java_settings" | sed -n 's/^ *java\.home = //p')
    [ -x "$java_home/bin/javac" ] || no_java "$JAVA is a runtime without a compiler (a JRE)."
    mkdir -p "$TARN_ROOT/build"
    printf '%s' "$JAVA" > "$java_seen"
}

no_java() {
    cat >&2 <<TEXT
tarn: $1
Tarn needs a JDK of version 17 or newer. Install one, for example
  Debian, Ubuntu   sudo apt-get install openjdk-17-jdk-headless
  Fedora           sudo dnf install java-17-openjdk-devel
  macOS            brew install openjdk@17
or set JAVA_HOME to one that you have.
TEXT
    exit 1
}
