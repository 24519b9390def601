package dev.tarn.engine.spark.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.sources.DataSourceRegister;

/** Decides about data sources by name, and about their options: some options read files or load classes on the server. */
final class FormatRules {
    /** Formats of files, and what they may be called. */
    static final Map<String, String> FORMATS = Map.of(
            "delta", "delta",
            "parquet", "parquet",
            "csv", "csv",
            "json", "json",
            "orc", "orc",
            "text", "text",
            "xml", "xml",
            "binaryfile", "binaryFile");

    /** Options that change how files are read or written and nothing else. */
    static final Set<String> OPTIONS = new TreeSet<>(List.of(
            "__required_write_privileges__",
            "path",
            "header",
            "sep",
            "delimiter",
            "encoding",
            "charset",
            "quote",
            "escape",
            "comment",
            "multiline",
            "inferschema",
            "dateformat",
            "timestampformat",
            "timestampntzformat",
            "timeformat",
            "mode",
            "nullvalue",
            "nanvalue",
            "positiveinf",
            "negativeinf",
            "emptyvalue",
            "ignoreleadingwhitespace",
            "ignoretrailingwhitespace",
            "maxcolumns",
            "maxcharspercolumn",
            "columnnameofcorruptrecord",
            "chartoescapequoteescaping",
            "unescapedquotehandling",
            "locale",
            "linesep",
            "samplingratio",
            "enforceschema",
            "preferdate",
            "timezone",
            "quoteall",
            "escapequotes",
            "ignorenullfields",
            "compression",
            "wholetext",
            "singlevariantcolumn",
            "primitivesasstring",
            "prefersdecimal",
            "allowcomments",
            "allowunquotedfieldnames",
            "allowsinglequotes",
            "allownumericleadingzeros",
            "allowbackslashescapinganycharacter",
            "allowunquotedcontrolchars",
            "allownonnumericnumbers",
            "dropfieldifallnull",
            "mergeschema",
            "overwriteschema",
            "recursivefilelookup",
            "pathglobfilter",
            "modifiedbefore",
            "modifiedafter",
            "ignorecorruptfiles",
            "ignoremissingfiles",
            "datetimerebasemode",
            "int96rebasemode",
            "rowtag",
            "roottag",
            "declaration",
            "attributeprefix",
            "valuetag",
            "excludeattribute",
            "treatemptyvaluesasnulls",
            "ignorenamespace",
            "ignoresurroundingspaces",
            "wildcardcolname",
            "versionasof",
            "timestampasof",
            "readchangefeed",
            "readchangedata",
            "startingversion",
            "endingversion",
            "startingtimestamp",
            "endingtimestamp",
            "replacewhere",
            "partitionoverwritemode",
            "datachange",
            "usermetadata",
            "txnappid",
            "txnversion",
            "maxrecordsperfile",
            "optimizewrite"));

    private final Set<String> sources;

    FormatRules() {
        Set<String> names = new TreeSet<>();
        StreamSupport.stream(
                        ServiceLoader.load(DataSourceRegister.class, FormatRules.class.getClassLoader())
                                .spliterator(),
                        false)
                .forEach(source -> names.add(source.shortName().toLowerCase(Locale.ROOT)));
        names.addAll(FORMATS.keySet());
        names.add("hive");
        this.sources = Set.copyOf(names);
    }

    /** Whether Spark might take the word for a data source: a registered name, or the name of a class. */
    boolean mayBeSource(String word) {
        return sources.contains(word.toLowerCase(Locale.ROOT)) || word.indexOf('.') >= 0;
    }

    /** The name of an open format. */
    String require(String format) {
        return Optional.ofNullable(FORMATS.get(format.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> PolicyErrors.format(format));
    }

    boolean isOpen(String format) {
        return FORMATS.containsKey(format.toLowerCase(Locale.ROOT));
    }

    static void requireOption(String key) {
        if (!OPTIONS.contains(key.toLowerCase(Locale.ROOT))) {
            throw PolicyErrors.option(key);
        }
    }

    /** Properties of a table are free, but for the prefixes that Spark and Delta turn into settings of the file system. */
    static void requireProperty(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        if (lower.startsWith("fs.") || lower.startsWith("dfs.") || lower.startsWith("spark.hadoop.")) {
            throw PolicyErrors.option(key);
        }
        if (lower.startsWith("option.")) {
            requireOption(lower.substring("option.".length()));
        }
    }
}
