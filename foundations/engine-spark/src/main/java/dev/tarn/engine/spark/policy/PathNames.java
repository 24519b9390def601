package dev.tarn.engine.spark.policy;

import dev.tarn.core.Caller;
import dev.tarn.engine.catalog.LakehouseCatalog;
import dev.tarn.engine.catalog.PathAccess;
import dev.tarn.engine.catalog.RelationAccess;
import dev.tarn.engine.catalog.RelationName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedDataSource;
import org.apache.spark.sql.catalyst.trees.TreeNodeTag;
import org.apache.spark.sql.catalyst.util.CaseInsensitiveMap;
import org.apache.spark.sql.catalyst.util.CaseInsensitiveMap$;
import org.apache.spark.sql.execution.datasources.CreateTempViewUsing;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Option;
import scala.PartialFunction;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/** Tells names of tables from {@code format.`path`}, and authorizes the paths. One object for one plan. */
final class PathNames {
    /**
     * On a node whose paths this class has authorized and put in their physical form: Spark hands the same plan to the hint rule
     * again, and a volume's physical path is nothing that a caller may name. Neither SQL nor the wire can set a tag.
     */
    private static final TreeNodeTag<Boolean> AUTHORIZED = new TreeNodeTag<>("tarn.authorized");

    private final Caller caller;
    private final LakehouseCatalog catalog;
    private final PathRules paths;
    private final FormatRules formats;
    private final Reached reached;
    private final CurrentSchema current;
    private final Map<String, String> authorized = new HashMap<>();

    PathNames(Caller caller, LakehouseCatalog catalog, FormatRules formats, Reached reached, CurrentSchema current) {
        this.caller = caller;
        this.catalog = catalog;
        this.paths = new PathRules(catalog);
        this.formats = formats;
        this.reached = reached;
        this.current = current;
    }

    /** Authorizes the path if the name is one; refuses names outside the governed catalogs that all sessions share. */
    void checkName(List<String> parts, PathAccess access) {
        if (parts.size() >= 2 && parts.get(parts.size() - 2).equalsIgnoreCase("global_temp")) {
            throw PolicyErrors.closed("global_temp is not allowed: global temporary views are shared by all users");
        }
        if (parts.stream().anyMatch(part -> part.chars().anyMatch(Character::isISOControl))) {
            throw PolicyErrors.closed("A name with control characters is not allowed");
        }
        if (isPath(parts)) {
            formats.require(parts.get(0));
            check(parts.get(1), access);
        }
    }

    /** The first argument of table_changes: a name as text. */
    void checkText(Expression name) {
        if (!(name instanceof Literal literal) || !(literal.value() instanceof UTF8String text)) {
            throw PolicyErrors.closed("table_changes needs the table's name as a string literal");
        }
        checkName(
                CollectionConverters.asJava(CatalystSqlParser$.MODULE$.parseMultipartIdentifier(text.toString())),
                PathAccess.READ);
    }

    /** Whether an earlier pass over the same plan has authorized the node's paths. */
    static boolean isAuthorized(LogicalPlan node) {
        return node.getTagValue(AUTHORIZED).isDefined();
    }

    private static <T extends LogicalPlan> T authorized(T node) {
        node.setTagValue(AUTHORIZED, true);
        return node;
    }

    void checkSource(UnresolvedDataSource source, PathAccess access) {
        if (isAuthorized(source)) {
            return;
        }
        formats.require(source.format());
        Map<String, String> options = CollectionConverters.asJava(source.options());
        options.keySet().forEach(FormatRules::requireOption);
        options.forEach((key, value) -> {
            if (key.equalsIgnoreCase("path")) {
                check(value, access);
            }
        });
        CollectionConverters.asJava(source.paths()).forEach(path -> check(path, access));
    }

    void check(String path, PathAccess access) {
        String place = paths.authorize(caller, path, access);
        authorized.put(path, place);
        reached.add(PathRules.folder(place));
    }

    /** The same plan with each authorized path as the file system knows it. */
    LogicalPlan rewrite(LogicalPlan plan) {
        return authorized.isEmpty() ? plan : plan.transformDownWithSubqueries(rewriting());
    }

    private PartialFunction<LogicalPlan, LogicalPlan> rewriting() {
        return new AbstractPartialFunction<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean isDefinedAt(LogicalPlan plan) {
                return plan instanceof UnresolvedRelation
                        || plan instanceof UnresolvedDataSource
                        || plan instanceof CreateTempViewUsing;
            }

            @Override
            public LogicalPlan apply(LogicalPlan plan) {
                if (plan instanceof UnresolvedRelation relation) {
                    return rewrite(relation);
                }
                return plan instanceof UnresolvedDataSource source
                        ? rewrite(source)
                        : rewrite((CreateTempViewUsing) plan);
            }
        };
    }

    /** Delta's tables are found by the catalog, which authorizes the path; other formats become the source that they stand for. */
    private LogicalPlan rewrite(UnresolvedRelation relation) {
        List<String> parts = CollectionConverters.asJava(relation.multipartIdentifier());
        if (!isPath(parts)) {
            return relation;
        }
        String format = formats.require(parts.get(0));
        if (format.equals("delta")) {
            return relation;
        }
        String place = authorized.getOrDefault(parts.get(1), parts.get(1));
        CaseInsensitiveMap<String> options = CaseInsensitiveMap$.MODULE$.apply(scalaMap(relation.options()));
        return authorized(new UnresolvedDataSource(
                format,
                Option.empty(),
                options,
                relation.isStreaming(),
                CollectionConverters.asScala(List.of(place)).toSeq()));
    }

    private LogicalPlan rewrite(UnresolvedDataSource source) {
        List<String> given = CollectionConverters.asJava(source.paths());
        List<String> places =
                given.stream().map(path -> authorized.getOrDefault(path, path)).toList();
        Map<String, String> options = CollectionConverters.asJava(source.options());
        Map<String, String> placed = placed(options);
        if (places.equals(given) && placed.equals(options)) {
            return source;
        }
        return authorized(new UnresolvedDataSource(
                source.format(),
                source.userSpecifiedSchema(),
                CaseInsensitiveMap$.MODULE$.apply(scalaMap(placed)),
                source.isStreaming(),
                CollectionConverters.asScala(places).toSeq()));
    }

    private LogicalPlan rewrite(CreateTempViewUsing view) {
        Map<String, String> options = CollectionConverters.asJava(view.options());
        Map<String, String> placed = placed(options);
        return placed.equals(options)
                ? view
                : authorized(new CreateTempViewUsing(
                        view.tableIdent(),
                        view.userSpecifiedSchema(),
                        view.replace(),
                        view.global(),
                        view.provider(),
                        scalaMap(placed)));
    }

    /** Options with the path as the file system knows it. */
    private Map<String, String> placed(Map<String, String> options) {
        Map<String, String> placed = new HashMap<>(options);
        placed.replaceAll((key, value) -> key.equalsIgnoreCase("path") ? authorized.getOrDefault(value, value) : value);
        return placed;
    }

    private static scala.collection.immutable.Map<String, String> scalaMap(Map<String, String> map) {
        return scala.collection.immutable.Map.from(CollectionConverters.asScala(map));
    }

    /**
     * Whether Spark would take a name of two parts for a source and a path. A schema may be called {@code text}: a name of
     * two plain words is a table if the catalog has it.
     */
    boolean isPath(List<String> parts) {
        if (parts.size() != 2 || !formats.mayBeSource(parts.get(0))) {
            return false;
        }
        String schema = parts.get(0).toLowerCase(Locale.ROOT);
        String second = parts.get(1);
        boolean plain = second.indexOf('/') < 0 && second.indexOf(':') < 0;
        if (!plain || !formats.isOpen(schema)) {
            return true;
        }
        RelationName name = new RelationName(current.catalog(), parts.get(0), second);
        if (catalog.schema(caller, name.catalog(), name.schema()).isEmpty()) {
            return true;
        }
        if (catalog.relation(caller, name, RelationAccess.DESCRIBE).isEmpty()) {
            throw PolicyErrors.noSuchRelation(name);
        }
        return false;
    }
}
