package dev.tarn.cli.bundle.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bundle's files mean, and how clearly they are refused. */
class BundleReaderTest {
    private static final String ROOT = """
            bundle:
              name: shop
            variables:
              catalog: {default: main}
              owner: {description: whoever owns it, default: "${bundle.name}-team"}
            resources:
              schemas:
                sales:
                  name: sales
                  catalog_name: ${var.catalog}
                  comment: of ${var.owner}, ${bundle.target}
            targets:
              dev: {default: true, mode: development}
              prod:
                variables: {catalog: production}
                workspace: {root_path: /Shared/shop}
                resources:
                  schemas:
                    sales: {comment: the real one}
            """;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void aBundle() throws IOException {
        Files.writeString(folder.resolve("databricks.yml"), ROOT);
    }

    private Bundle read(String target) {
        return BundleReader.read(
                new Choices(folder, Optional.ofNullable(target), variables, environment), new BundleReader.Directory() {
                    @Override
                    public Me me() {
                        return new Me("7", "Ada.Lovelace@example.com", "Ada");
                    }

                    @Override
                    public Optional<String> find(String kind, String name) {
                        return name.equals("Big one") ? Optional.of(kind + "-1") : Optional.empty();
                    }
                });
    }

    private static String sales(Bundle bundle, String field) {
        return bundle.tree().textAt("resources", "schemas", "sales", field).orElseThrow();
    }

    private String problem(String target) {
        return assertThrows(BundleException.class, () -> read(target)).getMessage();
    }

    @Test
    void theDefaultTargetIsTheDevelopersOwnCopy() {
        Bundle bundle = read(null);
        assertEquals("dev", bundle.target());
        assertEquals("dev_ada_lovelace_sales", sales(bundle, "name"));
        assertEquals(
                "/Workspace/Users/Ada.Lovelace@example.com/.bundle/shop/dev",
                bundle.paths().root());
    }

    @Test
    void aTargetOverridesVariablesResourcesAndPaths() {
        Bundle bundle = read("prod");
        assertEquals("production", sales(bundle, "catalog_name"));
        assertEquals("the real one", sales(bundle, "comment"));
        assertEquals("sales", sales(bundle, "name"));
        assertEquals("/Workspace/Shared/shop/files", bundle.paths().files());
    }

    @Test
    void aVariableMayReferToOthers() {
        assertEquals("of shop-team, dev", sales(read("dev"), "comment"));
    }

    @Test
    void theCommandLineWinsOverTheEnvironmentAndThatOverTheTarget() {
        environment.put("BUNDLE_VAR_catalog", "from_environment");
        assertEquals("from_environment", sales(read("prod"), "catalog_name"));
        variables.put("catalog", "from_command");
        assertEquals("from_command", sales(read("prod"), "catalog_name"));
    }

    @Test
    void aVariableWithoutAValueIsRefusedWithItsPlace() throws IOException {
        Files.writeString(
                folder.resolve("databricks.yml"),
                ROOT.replace("catalog: {default: main}", "catalog: {description: none}"));
        assertTrue(problem("dev").contains("'catalog' has no value"));
        assertTrue(problem("dev").contains("databricks.yml:4:12"), problem("dev"));
    }

    @Test
    void aVariableIsLookedUpInTheWorkspace() throws IOException {
        Files.writeString(
                folder.resolve("databricks.yml"),
                ROOT.replace("catalog: {default: main}", "catalog: {lookup: {warehouse: Big one}}"));
        assertEquals("warehouse-1", sales(read("dev"), "catalog_name"));
    }

    @Test
    void includedFilesAddResources() throws IOException {
        Files.createDirectory(folder.resolve("resources"));
        Files.writeString(folder.resolve("databricks.yml"), "include: [resources/*.yml]\n" + ROOT);
        Files.writeString(
                folder.resolve("resources/volumes.yml"),
                "resources: {volumes: {landing: {name: landing, catalog_name: c, schema_name: \"${resources.schemas.sales.name}\"}}}");
        assertEquals(
                "${resources.schemas.sales.name}",
                read("dev")
                        .tree()
                        .textAt("resources", "volumes", "landing", "schema_name")
                        .orElseThrow());
    }

    @Test
    void oneNameInTwoFilesIsRefused() throws IOException {
        Files.writeString(folder.resolve("databricks.yml"), "include: [more.yml]\n" + ROOT);
        Files.writeString(
                folder.resolve("more.yml"), "resources:\n  schemas:\n    sales: {name: x, catalog_name: y}\n");
        assertTrue(problem("dev").contains("defined here and in databricks.yml"), problem("dev"));
        assertTrue(problem("dev").contains("more.yml:3:"), problem("dev"));
    }

    @Test
    void referencesInACircleAreRefused() throws IOException {
        Files.writeString(
                folder.resolve("databricks.yml"),
                ROOT.replace("catalog: {default: main}", "catalog: {default: \"${var.catalog}\"}"));
        assertTrue(problem("dev").contains("goes in a circle"));
    }

    @Test
    void aReferenceToNothingIsRefused() throws IOException {
        Files.writeString(folder.resolve("databricks.yml"), ROOT.replace("${var.catalog}", "${var.catalogue}"));
        assertTrue(problem("dev").contains("nothing called ${var.catalogue}"));
    }

    @Test
    void brokenYamlIsRefusedWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("databricks.yml"), "bundle:\n  name: [shop\n");
        assertTrue(problem("dev").contains("databricks.yml:3:1"), problem("dev"));
    }

    @Test
    void aNameThatStandsTwiceIsRefused() throws IOException {
        Files.writeString(folder.resolve("databricks.yml"), "bundle: {name: shop}\nbundle: {name: other}\n");
        assertTrue(problem("dev").contains("'bundle'") || problem("dev").contains("duplicate"), problem("dev"));
    }

    @Test
    void anUnknownTargetIsRefusedWithThoseThatThereAre() {
        assertTrue(problem("staging").contains("dev, prod"));
    }

    @Test
    void aMisspeltNameIsPointedOut() throws IOException {
        Files.writeString(folder.resolve("databricks.yml"), ROOT + "resorces: {}\n");
        assertTrue(read("dev").warnings().get(0).toString().contains("resorces"));
    }

    @Test
    void productionRefusesToBeAPrivateCopy() throws IOException {
        Files.writeString(
                folder.resolve("databricks.yml"),
                ROOT.replace("workspace: {root_path: /Shared/shop}", "mode: production"));
        assertTrue(problem("prod").contains("whoever deploys it"));
    }

    @Test
    void aFolderWithoutABundleSaysHowToMakeOne() throws IOException {
        Files.delete(folder.resolve("databricks.yml"));
        assertTrue(problem("dev").contains("tarn bundle init"));
    }
}
