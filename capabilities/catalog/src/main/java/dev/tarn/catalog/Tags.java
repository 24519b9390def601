package dev.tarn.catalog;

import dev.tarn.access.Authorized;
import dev.tarn.access.Guard;
import dev.tarn.access.Securable;
import dev.tarn.catalog.internal.SecurableFinder;
import dev.tarn.catalog.internal.TagStore;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tags of catalogs, schemas, tables, columns and volumes. Limits are those of the vendor's "Apply tags to Unity Catalog securable objects". */
public final class Tags {
    private static final Pattern KEY = Pattern.compile("[^.,\\-=/:\\p{Cntrl}]{1,255}");
    private static final int LONGEST_VALUE = 1000;
    private static final int MOST = 50;

    private final Database db;
    private final Guard guard;
    private final Clocks clocks;
    private final SecurableFinder finder;
    private final TagStore store = new TagStore();

    Tags(CatalogModule.Parts parts, SecurableFinder finder) {
        this.db = parts.db();
        this.guard = parts.guard();
        this.clocks = parts.clocks();
        this.finder = finder;
    }

    /** By key. */
    public List<Tag> list(Caller caller, TagTarget target) {
        return db.read(tx -> {
            Securable entity =
                    require(tx, caller, CatalogAction.SEE_OBJECT, target).value();
            return store.list(tx, entity.securableId(), column(target));
        });
    }

    public Tag get(Caller caller, TagTarget target, String key) {
        return list(caller, target).stream()
                .filter(tag -> tag.key().equals(key))
                .findFirst()
                .orElseThrow(() -> CatalogErrors.tagNotFound(key, target.name()));
    }

    /** Adds tags, and gives those that are there their new values: all or none. Needs APPLY TAG, or to manage the object. */
    public void set(Caller caller, TagTarget target, Map<String, String> tags) {
        tags.forEach(Tags::check);
        db.change(tx -> {
            Securable entity =
                    require(tx, caller, CatalogAction.APPLY_TAG, target).value();
            tags.forEach((key, value) -> store.put(
                    tx,
                    caller.metastore(),
                    entity.securableId(),
                    column(target),
                    new Tag(key, value, clocks.now(caller), caller.principal().name())));
            if (store.list(tx, entity.securableId(), column(target)).size() > MOST) {
                throw AppException.invalid("'%s' would have more than %d tags.".formatted(target.name(), MOST));
            }
        });
    }

    /** Takes tags away. @param mustBeThere whether one that is missing is an error */
    public void unset(Caller caller, TagTarget target, Collection<String> keys, boolean mustBeThere) {
        db.change(tx -> {
            Securable entity =
                    require(tx, caller, CatalogAction.APPLY_TAG, target).value();
            for (String key : keys) {
                if (!store.delete(tx, entity.securableId(), column(target), key) && mustBeThere) {
                    throw CatalogErrors.tagNotFound(key, target.name());
                }
            }
        });
    }

    /** A tag with the object and, where it hangs on one, the column. */
    public record Assigned(String entityId, Optional<String> column, Tag tag) {}

    /** Tags of objects that the caller has been shown, in no particular order. */
    public List<Assigned> of(Caller caller, Collection<? extends Securable> seen) {
        return db.read(
                tx -> store.of(tx, seen.stream().map(Securable::securableId).toList()));
    }

    private Authorized<Securable> require(Tx tx, Caller caller, CatalogAction action, TagTarget target) {
        Authorized<Securable> entity = guard.require(
                tx,
                caller,
                action,
                finder.find(tx, caller.metastore(), target.type(), target.name()),
                () -> SecurableFinder.notFound(target.type(), target.name()));
        target.column().ifPresent(column -> {
            boolean there = entity.value() instanceof Table table
                    && table.columns().stream().anyMatch(c -> c.name().equalsIgnoreCase(column));
            if (!there) {
                throw CatalogErrors.columnNotFound(column, target.name());
            }
        });
        return entity;
    }

    private static void check(String key, String value) {
        if (!KEY.matcher(key).matches()) {
            throw AppException.invalid(
                    "'%s' is not a tag key: use 1 to 255 characters, none of them . , - = / : or a control character."
                            .formatted(key.length() > 300 ? key.substring(0, 300) + "..." : key));
        }
        if (value.length() > LONGEST_VALUE) {
            throw AppException.invalid(
                    "The value of tag '%s' is longer than %d characters.".formatted(key, LONGEST_VALUE));
        }
    }

    private static String column(TagTarget target) {
        return target.column().orElse("");
    }
}
