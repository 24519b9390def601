package dev.tarn.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may use whom. */
class FloorsTest {
    private static final House HOUSE = House.INSTANCE;

    @Test
    void aModuleUsesItsOwnFloorAndThoseBelow() {
        Findings findings = new Findings();
        eachUse((use, from, to) -> {
            if (to.tier().compareTo(from.tier()) > 0) {
                findings.add(use.getDescription());
            }
        });
        findings.mustBeNone("Floors are platform < foundations < capabilities < app; nothing reaches upwards.");
    }

    @Test
    void nobodyUsesTheInternalsOfAnotherModule() {
        Findings findings = new Findings();
        eachUse((use, from, to) -> {
            if (Room.isIn(use.getTargetClass().getPackageName(), to.internal())) {
                findings.add(use.getDescription());
            }
        });
        findings.mustBeNone("A module's internal package is its own.");
    }

    @Test
    void nobodyButTheCompositionRootUsesTheWindowsOfAnotherModule() {
        Findings findings = new Findings();
        eachUse((use, from, to) -> {
            if (from.tier() != Tier.APP
                    && Windows.isWindow(to, use.getTargetClass().getPackageName())) {
                findings.add(use.getDescription());
            }
        });
        findings.mustBeNone("Windows (rest and other wire protocols) are for clients, not for other modules.");
    }

    @Test
    void aWindowUsesItsOwnDoorAndNotWhatIsBehindIt() {
        // The registry's door speaks MLflow's tags and searches as tracking defines them: docs/adr/0003.
        Findings findings = new Findings();
        for (JavaClass type : HOUSE.classes()) {
            Optional<Room> room = HOUSE.find(type);
            if (room.isEmpty() || !Windows.isWindow(room.get(), type.getPackageName())) {
                continue;
            }
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                String target = use.getTargetClass().getPackageName();
                Optional<Room> owner = HOUSE.find(use.getTargetClass());
                boolean behindTheDoor = Room.isIn(target, room.get().internal());
                boolean anotherRoom = owner.isPresent()
                        && owner.get() != room.get()
                        && owner.get().tier() == Tier.CAPABILITIES
                        && !(room.get().name().equals("registry") && target.equals("dev.tarn.tracking"));
                if (behindTheDoor || anotherRoom) {
                    findings.add(use.getDescription());
                }
            }
        }
        findings.mustBeNone("A window binds requests to its own door.");
    }

    @Test
    void modulesUseEachOtherInOneDirection() {
        Map<String, Set<String>> uses = new TreeMap<>();
        eachUse((use, from, to) ->
                uses.computeIfAbsent(from.name(), name -> new TreeSet<>()).add(to.name()));
        Findings findings = new Findings();
        for (String start : uses.keySet()) {
            Deque<String> open = new ArrayDeque<>(uses.get(start));
            Set<String> seen = new HashSet<>();
            while (!open.isEmpty()) {
                String next = open.pop();
                if (seen.add(next)) {
                    open.addAll(uses.getOrDefault(next, Set.of()));
                }
            }
            if (seen.contains(start)) {
                findings.add(start + " reaches itself through " + seen);
            }
        }
        findings.mustBeNone("Modules form no cycle.");
    }

    /** A door and the internals behind it are one unit; everything else in a module is a unit per package. */
    @Test
    void packagesOfAModuleFormNoCycle() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : HOUSE.classes()) {
            Room room = HOUSE.room(type);
            String from = unit(room, type.getPackageName());
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                if (HOUSE.find(use.getTargetClass()).filter(room::equals).isPresent()) {
                    String to = unit(room, use.getTargetClass().getPackageName());
                    if (!to.equals(from)) {
                        uses.computeIfAbsent(from, name -> new TreeSet<>()).add(to);
                    }
                }
            }
        }
        Findings findings = new Findings();
        uses.forEach((from, targets) -> targets.forEach(to -> {
            if (reaches(uses, to, from)) {
                findings.add(from + " -> " + to + " -> ... -> " + from);
            }
        }));
        findings.mustBeNone("Packages of a module form no cycle.");
    }

    private static String unit(Room room, String packageName) {
        return Room.isIn(packageName, room.internal()) ? room.root() : packageName;
    }

    private static boolean reaches(Map<String, Set<String>> uses, String start, String goal) {
        Deque<String> open = new ArrayDeque<>(Set.of(start));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String next = open.pop();
            if (next.equals(goal)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(uses.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }

    private interface Use {
        void of(Dependency use, Room from, Room to);
    }

    /** Calls for each dependency from one module of ours to another. */
    private static void eachUse(Use visitor) {
        for (JavaClass type : HOUSE.classes()) {
            Room from = HOUSE.room(type);
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                HOUSE.find(use.getTargetClass())
                        .filter(to -> !to.equals(from))
                        .ifPresent(to -> visitor.of(use, from, to));
            }
        }
    }
}
