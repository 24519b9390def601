package dev.tarn.workspace;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in the tree, in normal form: it begins with a slash, does not end in one, has no empty part and no {@code .} or {@code ..},
 * and its letters are composed (NFC), so that what looks alike is alike. {@code /Workspace/x} is {@code /x}. Names differ by case.
 */
public record WorkspacePath(String value) {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST = 4_096;
    private static final int DEEPEST = 100;
    private static final String ALIAS = "Workspace";

    public static final WorkspacePath ROOT = new WorkspacePath("/");

    /** @throws dev.tarn.core.AppException INVALID_PARAMETER_VALUE saying what is wrong with the path */
    public static WorkspacePath parse(String text) {
        if (!text.startsWith("/")) {
            throw WorkspaceErrors.badPath(text, "it must begin with a slash");
        }
        List<String> parts = new ArrayList<>();
        for (String part : Normalizer.normalize(text, Normalizer.Form.NFC).split("/", -1)) {
            if (!part.isEmpty()) {
                parts.add(checked(text, part));
            }
        }
        if (!parts.isEmpty() && parts.get(0).equals(ALIAS)) {
            parts.remove(0);
        }
        String path = "/" + String.join("/", parts);
        if (path.length() > LONGEST || parts.size() > DEEPEST) {
            throw WorkspaceErrors.badPath(
                    text, "it may have %d characters and %d folders at most".formatted(LONGEST, DEEPEST));
        }
        return new WorkspacePath(path);
    }

    private static String checked(String whole, String part) {
        if (part.equals(".") || part.equals("..")) {
            throw WorkspaceErrors.badPath(whole, "'" + part + "' is no name");
        }
        if (part.length() > LONGEST_NAME) {
            throw WorkspaceErrors.badPath(whole, "a name may have " + LONGEST_NAME + " characters at most");
        }
        boolean broken = part.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        if (broken) {
            throw WorkspaceErrors.badPath(whole, "a name may not hold control characters");
        }
        return part;
    }

    public boolean isRoot() {
        return value.equals("/");
    }

    public WorkspacePath parent() {
        int slash = value.lastIndexOf('/');
        return slash <= 0 ? ROOT : new WorkspacePath(value.substring(0, slash));
    }

    /** The last part; empty for the root. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** @param name in normal form */
    public WorkspacePath child(String name) {
        return new WorkspacePath(isRoot() ? "/" + name : value + "/" + name);
    }

    /** Whether this lies in a folder, at any depth, or is it. */
    public boolean isIn(WorkspacePath folder) {
        return folder.isRoot() || value.equals(folder.value) || value.startsWith(folder.value + "/");
    }

    @Override
    public String toString() {
        return value;
    }
}
