package dev.tarn.app;

import dev.tarn.core.Secret;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every setting of the server. The configuration file and the command line are read into it; unknown keys are refused. */
@ConfigMapping(prefix = "tarn")
public interface TarnConfig {
    @Description("Directory that keeps everything: the store, managed tables, results, keys. One server at a time.")
    Optional<String> data();

    @Description(
            "Address to listen on. Anything but a loopback address needs a TLS port, or tarn.allow-insecure as well.")
    @WithDefault("127.0.0.1")
    String host();

    @Description("Port for plain HTTP; 0 takes a free one.")
    @WithDefault("8080")
    int port();

    @WithName("tls-port")
    @Description("Port for HTTPS (HTTP/1.1 and HTTP/2); 0 takes a free one. Without it there is no TLS.")
    Optional<Integer> tlsPort();

    @WithName("tls-names")
    @Description("Host names and addresses of the server certificate, besides localhost, 127.0.0.1 and ::1.")
    Optional<List<String>> tlsNames();

    @WithName("allow-insecure")
    @Description("Allows plain HTTP on an address that is not loopback: tokens then cross the network in clear.")
    @WithDefault("false")
    boolean allowInsecure();

    @WithName("admin-token-file")
    @Description("At first start a token of the administrator is written to this file, mode 600, for automation.")
    Optional<String> adminTokenFile();

    @Description("Turns each unknown token of the form tarn-throwaway-NAME into an isolated workspace. Loopback only.")
    @WithDefault("false")
    boolean throwaway();

    Http http();

    Db db();

    Identity identity();

    Engine engine();

    Sql sql();

    Storage storage();

    Files files();

    Secrets secrets();

    Git git();

    /** Limits of the HTTP server. */
    interface Http {
        @WithName("max-body-bytes")
        @Description("Largest request body, in bytes; larger ones are answered 413.")
        @WithDefault("67108864")
        long maxBodyBytes();

        @WithName("request-timeout")
        @Description("Longest time a request may take, waiting for a statement included.")
        @WithDefault("10m")
        Duration requestTimeout();
    }

    /** The store. */
    interface Db {
        @Description("jdbc:postgresql://host:port/database, or empty for SQLite below the data directory.")
        Optional<String> url();

        @Description("User of PostgreSQL.")
        Optional<String> user();

        @Description("Password of PostgreSQL, as file:PATH or env:NAME.")
        Optional<Secret> password();

        @Description("Most connections open at once.")
        @WithDefault("8")
        int connections();
    }

    /** People and tokens. */
    interface Identity {
        @WithName("admin-email")
        @Description("User name of the administrator that first start creates.")
        @WithDefault("admin@localhost")
        String adminEmail();

        @WithName("max-token-lifetime")
        @Description("Longest lifetime of a personal access token; without it a token may live forever.")
        Optional<Duration> maxTokenLifetime();
    }

    /** Spark. */
    interface Engine {
        @Description("Spark master: local[*], spark://host:port, yarn or k8s://...")
        @WithDefault("local[*]")
        String master();

        @WithName("shuffle-partitions")
        @Description("Partitions of a shuffle; 0 takes the number of cores.")
        @WithDefault("0")
        int shufflePartitions();
    }

    /** Warehouses and statements. */
    interface Sql {
        @WithName("concurrent-statements")
        @Description("Statements that one warehouse runs at a time; more wait in its queue.")
        @WithDefault("10")
        int concurrentStatements();

        @WithName("statement-timeout")
        @Description("Longest time a statement may run.")
        @WithDefault("2d")
        Duration statementTimeout();

        @WithName("result-retention")
        @Description("How long results are kept after a statement succeeded.")
        @WithDefault("1h")
        Duration resultRetention();

        @WithName("result-disk-bytes")
        @Description("Most bytes that all kept results may take on disk.")
        @WithDefault("107374182400")
        long resultDiskBytes();
    }

    /** Files. */
    interface Storage {
        @WithName("local-roots")
        @Description("Directories below which external locations of file: URLs may lie, besides DATA/external.")
        Optional<List<String>> localRoots();

        @WithName("s3-endpoints")
        @Description(
                "Endpoints of S3-compatible stores that storage credentials may be for, such as https://store.example:9000. No other is called.")
        Optional<List<String>> s3Endpoints();
    }

    /** Sealing what must not be read in the store. */
    interface Secrets {
        @WithName("master-key")
        @Description(
                "Key that seals secrets in the store, as file:PATH or env:NAME: 32 bytes in Base64, older keys on further lines. Without it: DATA/master.key, made at first start.")
        Optional<Secret> masterKey();
    }

    /** Files of volumes and of the DBFS root. */
    interface Files {
        @WithName("dbfs-root")
        @Description("Whether each workspace has a DBFS root, which everybody in it may read and write.")
        @WithDefault("true")
        boolean dbfsRoot();

        @WithName("max-file-bytes")
        @Description("Longest file that may be uploaded, in bytes.")
        @WithDefault("5497558138880")
        long maxFileBytes();
    }

    /** Git folders. */
    interface Git {
        @Description(
                "Hosts that repositories may be cloned from and pushed to over https: NAME, NAME:PORT or *.NAME. No other is called.")
        @WithDefault("github.com,gitlab.com,bitbucket.org,dev.azure.com,*.visualstudio.com")
        Optional<List<String>> hosts();

        @WithName("local-roots")
        @Description(
                "Directories of the server's machine below which bare repositories may be used by path; without it none.")
        Optional<List<String>> localRoots();

        @WithName("max-branch-bytes")
        @Description("Most bytes of the files of one checked-out branch.")
        @WithDefault("209715200")
        long maxBranchBytes();

        @WithName("max-files")
        @Description("Most files of one checked-out branch.")
        @WithDefault("10000")
        int maxFiles();

        @WithName("max-clone-bytes")
        @Description("Most bytes of one clone on disk, its history included.")
        @WithDefault("2147483648")
        long maxCloneBytes();

        @Description("Longest time of one call to a git host.")
        @WithDefault("5m")
        Duration timeout();
    }
}
