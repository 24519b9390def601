package dev.tarn.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that the rules look at: the modules of the root pom, their compiled classes, and their sources. Read once. */
final class House {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    /** The one instance; reading every class takes seconds. */
    static final House INSTANCE = new House(Path.of(System.getProperty("tarn.root", "..")));

    private final Path root;
    private final List<Room> rooms;
    private final JavaClasses classes;

    private House(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.rooms = MODULE.matcher(text(this.root.resolve("pom.xml")))
                .results()
                .map(match -> match.group(1).strip())
                .filter(path -> Files.isDirectory(this.root.resolve(path).resolve("src/main/java")))
                .map(this::room)
                .toList();
        this.classes = new ClassFileImporter()
                .importPaths(rooms.stream()
                        .map(room -> room.folder().resolve("target/classes"))
                        .toList());
    }

    Path root() {
        return root;
    }

    List<Room> rooms() {
        return rooms;
    }

    Room room(JavaClass type) {
        return find(type).orElseThrow(() -> new IllegalStateException(type.getName() + " is in no module"));
    }

    /** The module that a class is of; empty if it is none of ours. The longest matching package wins. */
    Optional<Room> find(JavaClass type) {
        return rooms.stream()
                .filter(room -> room.owns(type))
                .max(Comparator.comparingInt(room -> room.root().length()));
    }

    /** Production classes, without what tools generate. */
    JavaClasses classes() {
        return classes;
    }

    /** Hand-written Java files below a folder of each module, such as src/main/java. */
    List<Path> sources(String folder) {
        List<Path> found = new ArrayList<>();
        for (Room room : rooms) {
            found.addAll(sources(room, folder));
        }
        return found;
    }

    static List<Path> sources(Room room, String folder) {
        Path start = room.folder().resolve(folder);
        if (Files.notExists(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String relative(Path file) {
        return root.relativize(file).toString();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Room room(String path) {
        Path folder = root.resolve(path);
        String floor = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
        Tier tier = switch (floor) {
            case "platform" -> Tier.PLATFORM;
            case "foundations" -> Tier.FOUNDATIONS;
            case "capabilities" -> Tier.CAPABILITIES;
            default -> Tier.APP;
        };
        return new Room(path, folder, tier, door(folder));
    }

    /** The shortest package of a module's sources; what a module must put into others' packages is no door. */
    private static String door(Path folder) {
        Path sources = folder.resolve("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
                    .filter(name -> name.startsWith("dev.tarn"))
                    .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                    .orElseThrow(() -> new IllegalStateException(folder + " has no sources"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
