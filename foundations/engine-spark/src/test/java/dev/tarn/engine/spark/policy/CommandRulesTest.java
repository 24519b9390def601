package dev.tarn.engine.spark.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.execution.command.RunnableCommand;
import org.junit.jupiter.api.Test;

/** The lists name classes and fields as text; this compares them with the classes that are there. */
class CommandRulesTest {
    private static final Map<String, Class<?>> PLANS = plans();

    @Test
    void everyListedCommandIsAPlanOfSparkDeltaOrOurs() {
        List<String> strangers = new ArrayList<>(CommandRules.open().keySet());
        strangers.addAll(CommandRules.closed().keySet());
        strangers.removeIf(name -> PLANS.containsKey(name) || name.equals("CommandPlan"));
        assertEquals(List.of(), strangers);
    }

    @Test
    void everyTargetIsAFieldOfItsCommand() {
        List<String> wrong = new ArrayList<>();
        CommandRules.open()
                .forEach((command, rule) -> rule.needs().keySet().forEach(field -> {
                    if (Stream.of(PLANS.get(command).getDeclaredFields())
                            .noneMatch(known -> known.getName().equals(field))) {
                        wrong.add(command + "." + field);
                    }
                }));
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyHarmlessLeafIsAPlan() {
        List<String> strangers = new ArrayList<>(Leaves.HARMLESS);
        strangers.removeIf(name -> PLANS.containsKey(name) || PLANS.containsKey("AnalysisHelper$" + name));
        assertEquals(List.of(), strangers);
    }

    @Test
    void noCommandIsBothOpenAndClosed() {
        List<String> both = new ArrayList<>(CommandRules.open().keySet());
        both.retainAll(CommandRules.closed().keySet());
        assertEquals(List.of(), both);
        assertTrue(CommandRules.find("AddJarsCommand").isEmpty());
    }

    private static Map<String, Class<?>> plans() {
        Map<String, Class<?>> plans = new TreeMap<>();
        for (Class<?> inside : List.of(LogicalPlan.class, RunnableCommand.class, DeltaLog.class)) {
            try {
                collect(inside, plans);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return plans;
    }

    private static void collect(Class<?> inside, Map<String, Class<?>> plans) throws IOException {
        URI jar =
                URI.create("jar:" + inside.getProtectionDomain().getCodeSource().getLocation());
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of());
                Stream<Path> entries = Files.walk(files.getPath("/"))) {
            entries.map(Path::toString)
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(1, name.length() - 6).replace('/', '.'))
                    .forEach(name -> load(name, plans));
        }
    }

    private static void load(String name, Map<String, Class<?>> plans) {
        try {
            Class<?> found = Class.forName(name, false, CommandRulesTest.class.getClassLoader());
            if (LogicalPlan.class.isAssignableFrom(found) && !Modifier.isAbstract(found.getModifiers())) {
                String simple = name.substring(name.lastIndexOf('.') + 1);
                plans.putIfAbsent(simple.endsWith("$") ? simple.substring(0, simple.length() - 1) : simple, found);
            }
        } catch (LinkageError | ClassNotFoundException e) {
            // needs a library that is not here, so no plan of it can be either
        }
    }
}
