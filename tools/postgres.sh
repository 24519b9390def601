# A PostgreSQL server for tests: start_postgres starts a new cluster on a free loopback port with a random password, and sets
#   TARN_TEST_POSTGRES_URL         jdbc URL of an empty database, user and password included
#   TARN_CONFORMANCE_POSTGRES_URL  the same of another empty database
# stop_postgres ends it and deletes its files. Nothing survives: fsync is off.

start_postgres() {
    postgres_bin=$(find_postgres)
    if [ -z "$postgres_bin" ]; then
        install_packages postgresql
        postgres_bin=$(find_postgres)
    fi
    postgres_home=$(mktemp -d /tmp/tarn-postgres.XXXXXX)
    postgres_port=$("$JAVA" "$TARN_ROOT/tools/FreePort.java")
    postgres_password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    printf '%s\n' "$postgres_password" > "$postgres_home/password"
    if [ "$(id -u)" = 0 ]; then
        # initdb refuses root.
        postgres_user=postgres
        id postgres > /dev/null 2>&1 || postgres_user=nobody
        chown -R "$postgres_user" "$postgres_home"
    fi
    as_postgres "$postgres_bin/initdb" -D "$postgres_home/data" -U tarn -A scram-sha-256 --pwfile="$postgres_home/password" \
        -E UTF8 --locale=C > "$postgres_home.log" 2>&1 || postgres_failed
    as_postgres "$postgres_bin/pg_ctl" -D "$postgres_home/data" -l "$postgres_home/server.log" -w -t 60 -s -o \
        "-c listen_addresses=127.0.0.1 -c port=$postgres_port -c unix_socket_directories=$postgres_home -c fsync=off \
         -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" start >> "$postgres_home.log" 2>&1 \
        || postgres_failed
    as_postgres env PGPASSWORD="$postgres_password" "$postgres_bin/createdb" -h 127.0.0.1 -p "$postgres_port" -U tarn conformance \
        >> "$postgres_home.log" 2>&1 || postgres_failed
    postgres_address=jdbc:postgresql://127.0.0.1:$postgres_port
    TARN_TEST_POSTGRES_URL="$postgres_address/postgres?user=tarn&password=$postgres_password"
    TARN_CONFORMANCE_POSTGRES_URL="$postgres_address/conformance?user=tarn&password=$postgres_password"
    export TARN_TEST_POSTGRES_URL TARN_CONFORMANCE_POSTGRES_URL
}

stop_postgres() {
    if [ -n "${postgres_home:-}" ]; then
        as_postgres "$postgres_bin/pg_ctl" -D "$postgres_home/data" -m immediate -s stop > /dev/null 2>&1 || true
        rm -rf "$postgres_home" "$postgres_home.log"
        postgres_home=
    fi
}

find_postgres() {
    # The newest of Debian's, else whatever the PATH has.
    newest=
    for candidate in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin; do
        [ -x "$candidate/initdb" ] && newest=$candidate
    done
    if [ -z "$newest" ] && command -v initdb > /dev/null; then
        newest=$(dirname "$(command -v initdb)")
    fi
    printf '%s' "$newest"
}

as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        (cd "$postgres_home" && runuser -u "$postgres_user" -- "$@")
    else
        "$@"
    fi
}

postgres_failed() {
    cat "$postgres_home.log" "$postgres_home/server.log" >&2 2> /dev/null || true
    echo "tarn: PostgreSQL for the tests did not start" >&2
    exit 1
}
