package dev.tarn.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every class keeps to. */
class CodeTest {
    private static final House HOUSE = House.INSTANCE;
    private static final Set<String> EMPTY_WORDS =
            Set.of("util", "utils", "utility", "common", "helper", "helpers", "manager", "impl");
    private static final Pattern WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    /** The clock itself, and certificates, whose readers have the real time. */
    private static final Set<String> REAL_TIME = Set.of("Clocks", "LocalAuthority");

    private static final Set<String> COMMANDS = Set.of("app", "cli");

    @Test
    void namesSayWhatAThingIs() {
        Findings findings = new Findings();
        for (JavaClass type : HOUSE.classes()) {
            for (String word : WORDS.split(type.getSimpleName())) {
                if (EMPTY_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                    findings.add(type.getName());
                }
            }
            for (String word : type.getPackageName().split("\\.")) {
                if (EMPTY_WORDS.contains(word)) {
                    findings.add(type.getPackageName());
                }
            }
        }
        findings.mustBeNone("No class or package is named util, common, helper, manager or impl: name what it is.");
    }

    @Test
    void nothingStaticChanges() {
        Findings findings = new Findings();
        for (JavaClass type : HOUSE.classes()) {
            if (isGenerated(type)) {
                continue;
            }
            for (JavaField field : type.getFields()) {
                boolean changing = !field.getModifiers().contains(JavaModifier.FINAL)
                        || field.getRawType().getName().startsWith("java.util.concurrent.atomic.")
                        || field.getRawType().isEquivalentTo(ThreadLocal.class);
                if (field.getModifiers().contains(JavaModifier.STATIC)
                        && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && changing) {
                    findings.add(field.getFullName());
                }
            }
        }
        findings.mustBeNone("No static state that changes, no thread-locals: hand it to the constructor.");
    }

    @Test
    void onlyCommandsEndTheProcessOrPrint() {
        calls(
                "Only app and cli end the process or print; everything else throws or logs.",
                access -> access.getTargetOwner().isEquivalentTo(System.class)
                        && Set.of("exit", "out", "err")
                                .contains(access.getTarget().getName()),
                type -> COMMANDS.contains(HOUSE.room(type).name()));
    }

    @Test
    void theTimeIsTheWorkspacesTime() {
        calls(
                "Time comes from Clocks, so that a workspace can move it; System.nanoTime measures.",
                access -> access.getTargetOwner().isEquivalentTo(System.class)
                                && access.getTarget().getName().equals("currentTimeMillis")
                        || access.getTargetOwner().getName().startsWith("java.time.")
                                && access.getTarget().getName().equals("now")
                                && !access.getTarget().getFullName().contains("java.time.Clock")
                        || access.getTargetOwner().isEquivalentTo(java.time.Clock.class)
                                && access.getTarget().getName().startsWith("system"),
                type -> COMMANDS.contains(HOUSE.room(type).name()) || REAL_TIME.contains(type.getSimpleName()));
    }

    private static void calls(String rule, Predicate<JavaAccess<?>> unwanted, Predicate<JavaClass> allowed) {
        Findings findings = new Findings();
        for (JavaClass type : HOUSE.classes()) {
            if (isGenerated(type) || allowed.test(type)) {
                continue;
            }
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (unwanted.test(access)) {
                    findings.add(access.getDescription());
                }
            }
        }
        findings.mustBeNone(rule);
    }

    /** ANTLR's output is in packages of that name. */
    private static boolean isGenerated(JavaClass type) {
        return type.getPackageName().endsWith(".antlr");
    }
}
