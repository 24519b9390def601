package dev.tarn.engine.spark.grammar;

import dev.tarn.core.Caller;
import dev.tarn.engine.command.CommandResult;
import dev.tarn.engine.command.SqlCommand;
import dev.tarn.engine.command.SqlCommands;
import dev.tarn.engine.spark.catalog.SqlFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.TreePattern;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.execution.command.LeafRunnableCommand;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Enumeration;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The plan of one statement of ours: runs the command as the session's caller and answers rows of strings. */
public final class CommandPlan extends LogicalPlan implements LeafRunnableCommand {
    private static final long serialVersionUID = 1L;

    private final transient SqlCommand command;
    private final transient SqlCommands commands;
    private final transient Supplier<Caller> caller;
    private final Seq<Attribute> output;

    /** @param caller whose session it is */
    public CommandPlan(SqlCommand command, SqlCommands commands, Supplier<Caller> caller) {
        this.command = command;
        this.commands = commands;
        this.caller = caller;
        StructType schema = new StructType();
        for (String column : command.columns()) {
            schema = schema.add(column, DataTypes.StringType, true);
        }
        List<Attribute> attributes = new ArrayList<>(CollectionConverters.asJava(DataTypeUtils.toAttributes(schema)));
        this.output = CollectionConverters.asScala(attributes).toSeq();
    }

    /** What the statement says. */
    public SqlCommand command() {
        return command;
    }

    @Override
    public Seq<Attribute> output() {
        return output;
    }

    @Override
    public Seq<LogicalPlan> children() {
        return CollectionConverters.asScala(List.<LogicalPlan>of()).toSeq();
    }

    /** Nothing in it ever changes, so it is its own copy. */
    @Override
    public LogicalPlan makeCopy(Object[] arguments) {
        return this;
    }

    @Override
    public LogicalPlan clone() {
        return this;
    }

    /** A leaf: there are no children to replace. */
    @Override
    public LogicalPlan withNewChildrenInternal(IndexedSeq<LogicalPlan> children) {
        return this;
    }

    @Override
    public Seq<Enumeration.Value> nodePatterns() {
        return CollectionConverters.asScala(List.of(TreePattern.COMMAND())).toSeq();
    }

    /** How Scala's compiler gives a trait's value to the class; {@link #nodePatterns} answers it by itself. */
    @Override
    public void org$apache$spark$sql$catalyst$plans$logical$Command$_setter_$nodePatterns_$eq(
            Seq<Enumeration.Value> patterns) {}

    @Override
    public int productArity() {
        return 1;
    }

    @Override
    public Object productElement(int index) {
        return command;
    }

    /** What a copy of this node is made with besides the command. */
    @Override
    public Seq<Object> otherCopyArgs() {
        return CollectionConverters.asScala(List.<Object>of(commands, caller)).toSeq();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof CommandPlan;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommandPlan plan && plan.command.equals(command);
    }

    @Override
    public int hashCode() {
        return command.hashCode();
    }

    @Override
    public Seq<Row> run(SparkSession session) {
        if (command instanceof SqlCommand.CreateFunction create) {
            SqlFunction.check((org.apache.spark.sql.classic.SparkSession) session, create.function());
        }
        CommandResult result = commands.run(caller.get(), command);
        if (!result.columns().equals(command.columns())) {
            throw new IllegalStateException("%s answers %s, not %s"
                    .formatted(command.getClass().getSimpleName(), result.columns(), command.columns()));
        }
        List<Row> rows = result.rows().stream()
                .map(row -> RowFactory.create(row.toArray()))
                .toList();
        return CollectionConverters.asScala(rows).toSeq();
    }
}
