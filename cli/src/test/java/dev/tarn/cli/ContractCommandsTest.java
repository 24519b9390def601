package dev.tarn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.contract.SdkOperation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the commands know from the contract, without any server. */
class ContractCommandsTest {
    private static final Map<String, Map<String, SdkOperation>> SERVICES = Commands.services();

    private static SdkOperation operation(String service, String word) {
        return SERVICES.get(service).get(word);
    }

    private static String help(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(0, new TarnCommand(print, print).run(List.of(arguments)), out::toString);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> words(String service, String word) {
        SdkOperation operation = operation(service, word);
        return Fields.positional(
                        operation,
                        Fields.of(operation, Client.request(operation).orElseThrow()))
                .stream()
                .map(Fields.RequestField::name)
                .toList();
    }

    @Test
    void everyServiceAndEveryOperationHasHelp() {
        CommandLine tree = Commands.tree(List.copyOf(SERVICES.keySet()));
        SERVICES.forEach((service, operations) -> {
            CommandLine commands = tree.getSubcommands().get(service);
            assertTrue(commands.getUsageMessage().contains("tarn " + service + " OPERATION"), service);
            operations.keySet().forEach(word -> {
                String help = commands.getSubcommands().get(word).getUsageMessage();
                assertTrue(help.startsWith("Usage: tarn " + service + " " + word), help);
                assertTrue(help.contains("Options of every command:"), help);
                assertFalse(help.contains("%n") || help.contains("@|"), help);
            });
        });
    }

    @Test
    void theListOfServicesHasAllOfThem() {
        String listed = help("services");
        SERVICES.keySet().forEach(service -> assertTrue(listed.contains(service), service));
    }

    @Test
    void theContractKnowsWhichAnswersAreLists() {
        assertEquals(Optional.of("catalogs"), Answer.list(operation("catalogs", "list")));
        assertEquals(Optional.of("Resources"), Answer.list(operation("users", "list")));
        assertEquals(Optional.of("privilege_assignments"), Answer.list(operation("grants", "get")));
        assertEquals(Optional.empty(), Answer.list(operation("current-user", "me")));
        assertEquals(Optional.empty(), Answer.list(operation("tables", "get")));
        assertEquals(Optional.empty(), Answer.list(operation("groups", "get")));
    }

    @Test
    void theContractKnowsWhichOperationsAnswerNothing() {
        assertTrue(Answer.isNothing(operation("catalogs", "delete")));
        assertTrue(Answer.isNothing(operation("warehouses", "start")));
        assertFalse(Answer.isNothing(operation("catalogs", "list")));
    }

    @Test
    void wordsWithoutAnOptionSayWhichObjectIsMeant() {
        assertEquals(List.of("name"), words("catalogs", "create"));
        assertEquals(List.of("name", "catalog_name"), words("schemas", "create"));
        assertEquals(List.of("catalog_name", "schema_name", "name"), words("volumes", "create"));
        assertEquals(List.of("catalog_name", "schema_name"), words("tables", "list"));
        assertEquals(List.of("securableType", "fullName"), words("grants", "update"));
        assertEquals(List.of("token_id"), words("tokens", "delete"));
        assertEquals(List.of("statement", "warehouse_id"), words("statement-execution", "execute-statement"));
        assertEquals(List.of("scope", "key"), words("secrets", "put-secret"));
    }

    @Test
    void aBodyThatIsOneFieldHasTheFieldsOfItsContent() {
        assertTrue(help("apps", "create", "--help").contains("--description=TEXT"));
    }

    @Test
    void helpShowsTheFormOfObjectsAndTheChoices() {
        String help = help("grants", "update", "--help").replaceAll("\\s+", " ");
        assertTrue(help.contains("[{\"add\": [CHOICE, ...], \"principal\": TEXT"), help);
        assertTrue(help("warehouses", "create", "--help").contains("CLASSIC, PRO"), help);
    }
}
