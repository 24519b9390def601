# Fetches the quickstart's public data set once: flights of 2001 (US Bureau of Transportation Statistics) and airports, as they ship
# in npm's vega-datasets (BSD-3-Clause). TARN_NPM_REGISTRY names another registry.

TARN_SAMPLE=$TARN_ROOT/build/sample
SAMPLE_VERSION=3.2.1
SAMPLE_SHA512=lTSwZA6yq6qSU2YZm+6bqILiIvTPPxn4itir7jPGFmHIdPvUfQ9pCzzcrklYywMJgLUbaIeSkZQdiJd6wBxPug==

fetch_sample() {
    [ -f "$TARN_SAMPLE/flights-3m.parquet" ] && [ -f "$TARN_SAMPLE/airports.csv" ] && return
    mkdir -p "$TARN_SAMPLE"
    archive=$TARN_SAMPLE/vega-datasets-$SAMPLE_VERSION.tgz
    echo "tarn: fetching the sample data once (18 MB), npm package vega-datasets $SAMPLE_VERSION ..." >&2
    if [ -n "${TARN_NPM_REGISTRY:-}" ]; then
        url=$TARN_NPM_REGISTRY/vega-datasets/-/vega-datasets-$SAMPLE_VERSION.tgz
    elif command -v npm > /dev/null; then
        url=npm
        npm pack --silent --pack-destination "$TARN_SAMPLE" "vega-datasets@$SAMPLE_VERSION" > /dev/null || sample_failed
    else
        sample_failed
    fi
    "$JAVA" "$TARN_ROOT/tools/Fetch.java" "$url" "$SAMPLE_SHA512" "$archive" || sample_failed
    (cd "$TARN_SAMPLE" && tar -xzf "$archive" --strip-components=2 package/data/flights-3m.parquet package/data/airports.csv)
    rm -f "$archive"
}

sample_failed() {
    rm -f "$archive"
    echo "tarn: the sample data could not be fetched: it comes with npm (Node.js), or from the registry that TARN_NPM_REGISTRY names;" >&2
    echo "      or put flights-3m.parquet and airports.csv of vega-datasets $SAMPLE_VERSION into $TARN_SAMPLE" >&2
    exit 1
}
