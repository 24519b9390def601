package dev.tarn.catalog.rest;

import com.databricks.sdk.service.catalog.CreateTableConstraint;
import com.databricks.sdk.service.catalog.DeleteTableConstraintRequest;
import com.databricks.sdk.service.catalog.ForeignKeyConstraint;
import com.databricks.sdk.service.catalog.PrimaryKeyConstraint;
import com.databricks.sdk.service.catalog.TableConstraintsService;
import dev.tarn.catalog.ObjectName;
import dev.tarn.catalog.TableConstraint;
import dev.tarn.catalog.TableConstraints;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Unity Catalog's REST API for informational keys. */
public final class TableConstraintsApi implements TableConstraintsService {
    private final Caller caller;
    private final TableConstraints constraints;

    public TableConstraintsApi(Caller caller, TableConstraints constraints) {
        this.caller = caller;
        this.constraints = constraints;
    }

    @Override
    public com.databricks.sdk.service.catalog.TableConstraint create(CreateTableConstraint request) {
        ObjectName table = ObjectName.parse("table", request.getFullNameArg());
        var wanted = request.getConstraint();
        if (wanted != null && wanted.getPrimaryKeyConstraint() != null) {
            PrimaryKeyConstraint key = wanted.getPrimaryKeyConstraint();
            return info(constraints.create(
                    caller,
                    table,
                    new TableConstraints.Draft(
                            name(key.getName()),
                            list(key.getChildColumns()),
                            Optional.empty(),
                            List.of(),
                            Boolean.TRUE.equals(key.getRely()))));
        }
        if (wanted != null && wanted.getForeignKeyConstraint() != null) {
            ForeignKeyConstraint key = wanted.getForeignKeyConstraint();
            return info(constraints.create(
                    caller,
                    table,
                    new TableConstraints.Draft(
                            name(key.getName()),
                            list(key.getChildColumns()),
                            Optional.of(ObjectName.parse("table", key.getParentTable())),
                            list(key.getParentColumns()),
                            Boolean.TRUE.equals(key.getRely()))));
        }
        throw AppException.invalid("Send 'primary_key_constraint' or 'foreign_key_constraint' in 'constraint'.");
    }

    @Override
    public void delete(DeleteTableConstraintRequest request) {
        constraints.delete(
                caller,
                ObjectName.parse("table", request.getFullName()),
                name(request.getConstraintName()),
                Boolean.TRUE.equals(request.getCascade()));
    }

    static com.databricks.sdk.service.catalog.TableConstraint info(TableConstraint constraint) {
        var info = new com.databricks.sdk.service.catalog.TableConstraint();
        return constraint
                .parent()
                .map(parent -> info.setForeignKeyConstraint(new ForeignKeyConstraint()
                        .setName(constraint.name())
                        .setChildColumns(constraint.columns())
                        .setParentTable(parent.name().map(ObjectName::toString).orElse(""))
                        .setParentColumns(parent.columns())
                        .setRely(constraint.rely())))
                .orElseGet(() -> info.setPrimaryKeyConstraint(new PrimaryKeyConstraint()
                        .setName(constraint.name())
                        .setChildColumns(constraint.columns())
                        .setRely(constraint.rely())));
    }

    private static String name(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<String> list(@Nullable Collection<String> texts) {
        return texts == null ? List.of() : List.copyOf(texts);
    }
}
