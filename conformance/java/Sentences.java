import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Runs each method of a class whose name starts with "test_" and prints a line for each: {@code ok NAME} or {@code failed NAME},
 * then the trace. The Python side turns the lines into tests.
 */
final class Sentences {
    private Sentences() {}

    interface Action {
        void run() throws Exception;
    }

    static void run(Object tests) {
        PrintStream out = System.out;
        Arrays.stream(tests.getClass().getDeclaredMethods())
                .filter(method -> method.getName().startsWith("test_"))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> {
                    try {
                        method.setAccessible(true);
                        method.invoke(tests);
                        out.println("ok " + method.getName());
                    } catch (InvocationTargetException failure) {
                        out.println("failed " + method.getName());
                        failure.getCause().printStackTrace(out);
                    } catch (IllegalAccessException failure) {
                        throw new IllegalStateException(failure);
                    }
                });
        out.println("end");
        out.flush();
        System.exit(0);
    }

    static void check(boolean holds, Object found) {
        if (!holds) {
            throw new AssertionError("found " + found);
        }
    }

    static void equal(Object wanted, Object found) {
        check(wanted.equals(found), found + ", wanted " + wanted);
    }

    /** Runs what must fail, and returns its failure. */
    static <T extends Exception> T refused(Class<T> how, Action action) {
        try {
            action.run();
        } catch (Exception failure) {
            check(how.isInstance(failure), failure);
            return how.cast(failure);
        }
        throw new AssertionError("was not refused");
    }

    static String unique(String prefix) {
        return prefix + "_" + Long.toString(System.nanoTime(), 36);
    }
}
