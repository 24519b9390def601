# Fetches the quickstart's public data set once: flights of 2001 (US Bureau of Transportation Statistics) and airports, as they ship
# in npm's vega-datasets (BSD-3-Clause). TARN_NPM_REGISTRY names another registry.

TARN_SAMPLE=$TARN_ROOT/build/sample
SAMPLE_VERSION=3.2.1
SAMPLE_SHA512=lTSwZA6yq6qSU2YZm+6bqILiIvTPPxn4itir7jPGFmHIdPvUfQ9pCzzcrklYywMJgLUbaIeSkZQdiJd6wBxPug==

fetch_sample() {
    [ -f "$TARN_SAMPLE/flights-3m.parquet" ] && [ -f "$TARN_SAMPLE/airports.csv" ] && return
    mkdir -p "$TARN_SAMPLE"
    url=${TARN_NPM_REGISTRY:-https://registry.npmjs.org}/vega-datasets/-/vega-datasets-$SAMPLE_VERSION.tgz
    archive=$TARN_SAMPLE/vega-datasets.tgz
    echo "tarn: fetching the sample data once (18 MB) from $url ..." >&2
    if command -v curl > /dev/null; then
        curl -fsSL --retry 3 -o "$archive" "$url" || sample_failed "$url"
    fi
    "$JAVA" "$TARN_ROOT/tools/Fetch.java" "$url" "$SAMPLE_SHA512" "$archive" || sample_failed "$url"
    (cd "$TARN_SAMPLE" && tar -xzf "$archive" --strip-components=2 package/data/flights-3m.parquet package/data/airports.csv)
    rm -f "$archive"
}

sample_failed() {
    rm -f "$archive"
    echo "tarn: the sample data could not be fetched from $1; set TARN_NPM_REGISTRY to a registry that you can reach" >&2
    exit 1
}
