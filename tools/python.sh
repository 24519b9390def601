# python_environment FILE: sets TARN_PYTHON to a Python that has exactly what FILE (a requirements.txt below the root) names, in a
# virtual environment below build/, made again when FILE changes.

python_environment() {
    requirements=$TARN_ROOT/$1
    environment=$TARN_ROOT/build/python-$(printf '%s' "$1" | tr '/' '-' | sed 's/-requirements\.txt$//')
    TARN_PYTHON=$environment/bin/python
    if [ -x "$TARN_PYTHON" ] && cmp -s "$requirements" "$environment/requirements.txt"; then
        return
    fi
    echo "tarn: preparing Python packages of $1 ..." >&2
    base_python=${PYTHON:-$(command -v python3 || true)}
    [ -n "$base_python" ] || no_python "There is no python3 on the PATH."
    "$base_python" -c 'import sys; sys.exit(sys.version_info < (3, 10))' \
        || no_python "$base_python is older than Python 3.10."
    rm -rf "$environment"
    if ! "$base_python" -m venv "$environment" > "$TARN_ROOT/build/python.log" 2>&1; then
        # Debian's python3 comes without ensurepip.
        rm -rf "$environment"
        install_packages python3-venv
        "$base_python" -m venv "$environment" || no_python "$base_python cannot make a virtual environment."
    fi
    "$TARN_PYTHON" -m pip install -q --disable-pip-version-check -r "$requirements" > "$TARN_ROOT/build/python.log" 2>&1 || {
        tail -n 20 "$TARN_ROOT/build/python.log" >&2
        exit 1
    }
    cp "$requirements" "$environment/requirements.txt"
}

no_python() {
    echo "tarn: $1 The conformance tests and benchmarks need Python 3.10 or newer with venv." >&2
    exit 1
}

# install_packages NAME...: Debian packages, when this is root on a machine that has them.
install_packages() {
    if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
        echo "tarn: please install $* (as root: apt-get install $*)" >&2
        exit 1
    fi
    echo "tarn: installing $* ..." >&2
    {
        DEBIAN_FRONTEND=noninteractive apt-get -qq update \
            && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@"
    } > "$TARN_ROOT/build/apt.log" 2>&1 || {
        tail -n 20 "$TARN_ROOT/build/apt.log" >&2
        exit 1
    }
}
